import { hash } from 'node:crypto';

/**
 * Causes a document has handled, oldest first, as it stores them: 64 bits of each id, hexadecimal, one after the other. A whole
 * inbox is one short string to copy, search and write, where a list of ids would be most of a document. Two of a few hundred
 * causes share their 64 bits once in 10^14 documents.
 */
export type Inbox = string;

/** Characters per cause. */
const WIDTH = 16;
/** Ids of events are UUIDs of version 8: part of a SHA-256 already. */
const DERIVED = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an inbox keeps of a cause's id. */
export function inboxMark(causeId: string): string {
  if (DERIVED.test(causeId)) return causeId.slice(19, 23) + causeId.slice(24);
  return hash('sha256', causeId, 'hex').slice(0, WIDTH);
}

export function inboxHas(inbox: Inbox, mark: string): boolean {
  for (let at = inbox.indexOf(mark); at >= 0; at = inbox.indexOf(mark, at + 1)) {
    if (at % WIDTH === 0) return true;
  }
  return false;
}

/** Adds one and forgets the oldest beyond `size`. */
export function inboxWith(inbox: Inbox, mark: string, size: number): Inbox {
  return (inbox + mark).slice(-size * WIDTH);
}
