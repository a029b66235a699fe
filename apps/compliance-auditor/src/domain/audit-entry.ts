import type { SealedEvent } from './seal-event.js';

/** One entry of a tenant's log, as stored. */
export interface AuditEntry extends SealedEvent {
  /** Position in the log, from 0 without gaps. */
  readonly index: number;
}

const INDEX_DIGITS = 12;

/** The document id of an entry: ids of a tenant sort like their indexes, and whoever writes an index first has it. */
export function entryId(tenant: string, index: number): string {
  return `${tenant}/${String(index).padStart(INDEX_DIGITS, '0')}`;
}

/** A fresh object per entry in one order of members, which every reader of the store can rely on. */
export function entryAt(index: number, event: SealedEvent): AuditEntry {
  return {
    tenant: event.tenant,
    index,
    eventId: event.eventId,
    type: event.type,
    topic: event.topic,
    timeMs: event.timeMs,
    source: event.source,
    subject: event.subject,
    conversationId: event.conversationId,
    causationId: event.causationId,
    dataJson: event.dataJson,
    salt: event.salt,
    leaf: event.leaf,
    leafHash: event.leafHash,
  };
}
