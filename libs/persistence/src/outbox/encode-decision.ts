import { BatonError, derivedId } from '@baton/kernel';
import {
  currentTraceparent,
  encodeEvent,
  type BatonEvent,
  type EventMeta,
  type EventRecord,
} from '@baton/eventing';
import type { Cause } from './cause.js';
import type { Decision, EventDraft } from './decision.js';

/** The document an event comes from. */
interface Origin {
  readonly collection: string;
  readonly id: string;
  readonly source: string;
  readonly now: number;
}

/** A record above this would be refused by a broker with default settings (1 MiB) for ever. */
const MAX_EVENT_BYTES = 1_000_000;

/**
 * The events of a decision with their ids, and the records they travel as. Throws `event-too-large`, before anything is saved, for an
 * event no broker would take.
 */
export function encodeDecision(
  origin: Origin,
  cause: Cause,
  { events }: Decision<unknown>,
): { readonly events: readonly BatonEvent<unknown>[]; readonly records: readonly EventRecord[] } {
  if (events.length === 0) return { events: [], records: [] };
  const traceparent = currentTraceparent() ?? cause.traceparent;
  const made = events.map((event, ordinal) => ({
    meta: metaOf(origin, cause, traceparent, event, ordinal),
    data: event.data,
  }));
  return { events: made, records: made.map(({ meta, data }, at) => encode(events[at]!, meta, data)) };
}

// The document is part of what an id derives from: one event may change several documents, each saying the same type of thing.
function metaOf(
  { collection, id, source, now }: Origin,
  cause: Cause,
  traceparent: string | undefined,
  event: EventDraft<unknown>,
  ordinal: number,
): EventMeta {
  return {
    id: derivedId(`${cause.id}\n${collection}/${id}`, event.type.type, ordinal),
    type: event.type.type,
    source,
    time: now,
    subject: event.subject,
    tenantId: cause.tenantId,
    correlationId: event.correlationId ?? cause.correlationId,
    ...(cause.causationId === undefined ? {} : { causationId: cause.causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

function encode({ type }: EventDraft<unknown>, meta: EventMeta, data: unknown): EventRecord {
  const record = encodeEvent(type, meta, data);
  if (record.value.byteLength > MAX_EVENT_BYTES) {
    throw new BatonError(
      'event-too-large',
      `An event for ${record.topic} has ${record.value.byteLength} bytes.`,
    );
  }
  return record;
}
