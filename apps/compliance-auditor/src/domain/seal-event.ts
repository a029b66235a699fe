import { commit, entryLeaf, leafHash, type Hash } from '@baton/ledger';
import { entryOf, type AuditEntry } from './audit-entry.js';
import { committedBytes, type LoggedEvent } from './logged-event.js';

/** An event ready to be logged. */
export interface SealedEvent {
  /** Its entry; the index is the writer's to set, as often as another writer was faster. */
  readonly entry: { -readonly [M in keyof AuditEntry]: AuditEntry[M] };
  /** Of its leaf in the tree. */
  readonly hash: Hash;
}

/** Commits to an event. Throws `ledger-entry-invalid` where its id or type cannot stand in the log. */
export function sealEvent(event: LoggedEvent, salt: Uint8Array): SealedEvent {
  const commitment = commit(committedBytes(event), salt);
  const hash = leafHash(leafOf(event, commitment));
  return { entry: entryOf(event, base64(salt), commitment), hash };
}

/**
 * What the tree holds of an event: the canonical JSON of id, type, time and commitment, and nothing that could name a person.
 * Throws `ledger-entry-invalid`.
 */
export function leafOf(
  event: Pick<LoggedEvent, 'eventId' | 'type' | 'timeMs'>,
  commitment: string,
): Uint8Array {
  const { eventId, type, timeMs } = event;
  return entryLeaf({ v: 1, id: eventId, type, time: isoTime(timeMs), commitment });
}

let lastSecond = Number.NaN;
let lastSecondText = '';

/** `new Date(timeMs).toISOString()`; neighbours in a log mostly share the second, so it is written once. */
function isoTime(timeMs: number): string {
  const second = Math.floor(timeMs / 1_000);
  if (second !== lastSecond) {
    lastSecondText = new Date(second * 1_000).toISOString().slice(0, -4);
    lastSecond = second;
  }
  return `${lastSecondText}${String(timeMs - second * 1_000).padStart(3, '0')}Z`;
}

/** Standard base64 with padding. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
