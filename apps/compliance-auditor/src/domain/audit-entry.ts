import type { LoggedEvent } from './logged-event.js';

/** One entry of a tenant's log, as stored. Its leaf follows from it (`leafOf`), so the two cannot disagree. */
export interface AuditEntry extends LoggedEvent {
  /** Position in the log, from 0 without gaps. */
  readonly index: number;
  /** Base64 of 32 bytes; empty once erased. */
  readonly salt: string;
  /** Base64 of HMAC-SHA-256(salt, `committedBytes`). */
  readonly commitment: string;
}

const INDEX_DIGITS = 12;

/** The document id of an entry: ids of a tenant sort like their indexes, and whoever writes an index first has it. */
export function entryId(tenant: string, index: number): string {
  return `${tenant}/${String(index).padStart(INDEX_DIGITS, '0')}`;
}

/** The entry of an event, not yet placed. */
export function entryOf(event: LoggedEvent, salt: string, commitment: string): AuditEntry {
  return {
    tenant: event.tenant,
    index: -1,
    eventId: event.eventId,
    type: event.type,
    topic: event.topic,
    timeMs: event.timeMs,
    source: event.source,
    subject: event.subject,
    conversationId: event.conversationId,
    causationId: event.causationId,
    dataJson: event.dataJson,
    salt,
    commitment,
  };
}
