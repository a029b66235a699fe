import type { EventRecord } from '@baton/eventing';
import type { IndexSpec } from '../collection.js';
import type { Inbox } from './inbox.js';

/** A document as it is stored: state, what is still to be published, and what was already handled, in one body. */
export interface OutboxDocument<S> {
  readonly tenantId: string;
  /** Of the last cause; deadlines speak with it. */
  readonly correlationId: string;
  readonly state: S;
  /** The last causes handled. */
  readonly inbox: Inbox;
  /** Records whose publication is not known to be acknowledged, in publish order. */
  readonly outbox: readonly OutgoingRecord[];
  /** When the oldest record of the outbox was saved; absent where the outbox is empty. Milliseconds since the Unix epoch. */
  readonly outboxSince?: number;
  /** Milliseconds since the Unix epoch. */
  readonly deadlineAt?: number;
}

/** An event record with its value as text: proto JSON is UTF-8, and stays readable in the store. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** What the repository itself searches by. */
export const OUTBOX_INDEXES: readonly IndexSpec[] = [{ fields: ['deadlineAt'] }, { fields: ['outboxSince'] }];

/** The record as the document keeps it. */
export function toOutgoing({ topic, key, headers, value }: EventRecord): OutgoingRecord {
  const text = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8');
  return { topic, key, headers, value: text };
}

/** The record as the bus takes it. */
export function toRecord({ topic, key, headers, value }: OutgoingRecord): EventRecord {
  return { topic, key, headers, value: Buffer.from(value, 'utf8') };
}
