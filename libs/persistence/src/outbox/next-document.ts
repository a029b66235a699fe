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
import { toOutgoing, type OutboxDocument, type OutgoingRecord } from './outbox-document.js';

export interface NextDocument<S> {
  readonly body: OutboxDocument<S>;
  readonly events: readonly BatonEvent<unknown>[];
}

/** A record above this would be refused by a broker with default settings (1 MiB) for ever. */
const MAX_EVENT_BYTES = 1_000_000;

/**
 * The one write: next state, what is still to be published (older first), and the cause in the inbox.
 * Throws `event-too-large`, before anything is saved, for an event no broker would take.
 */
export function nextDocument<S>(input: {
  readonly document: { readonly collection: string; readonly id: string };
  readonly previous: OutboxDocument<S> | undefined;
  /** Records of the previous document not known to be acknowledged. */
  readonly pending: readonly OutgoingRecord[];
  readonly cause: Cause;
  readonly decision: Decision<S>;
  readonly source: string;
  readonly now: number;
  readonly inboxSize: number;
}): NextDocument<S> {
  const { previous, pending, cause, decision, now } = input;
  const events = decision.events.map((event, ordinal) => ({ event, meta: metaOf(input, event, ordinal) }));
  const fresh = events.map(({ event, meta }) => outgoing(encodeEvent(event.type, meta, event.data)));
  const outbox = [...pending, ...fresh];
  const outboxSince = pending.length > 0 ? previous?.outboxSince : outbox.length > 0 ? now : undefined;
  return {
    body: {
      tenantId: cause.tenantId,
      correlationId: cause.correlationId,
      state: decision.state,
      inbox: [...(previous?.inbox ?? []), cause.id].slice(-input.inboxSize),
      outbox,
      ...(outboxSince === undefined ? {} : { outboxSince }),
      ...(decision.deadlineAt === undefined ? {} : { deadlineAt: decision.deadlineAt }),
    },
    events: events.map(({ event, meta }) => ({ meta, data: event.data })),
  };
}

// The document is part of what an id derives from: one event may change several documents, each saying the same type of thing.
function metaOf(
  input: {
    readonly document: { readonly collection: string; readonly id: string };
    readonly cause: Cause;
    readonly source: string;
    readonly now: number;
  },
  event: EventDraft<unknown>,
  ordinal: number,
): EventMeta {
  const { document, cause } = input;
  const traceparent = currentTraceparent() ?? cause.traceparent;
  return {
    id: derivedId(`${cause.id}\n${document.collection}/${document.id}`, event.type.type, ordinal),
    type: event.type.type,
    source: input.source,
    time: input.now,
    subject: event.subject,
    tenantId: cause.tenantId,
    correlationId: event.correlationId ?? cause.correlationId,
    ...(cause.causationId === undefined ? {} : { causationId: cause.causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

function outgoing(record: EventRecord): OutgoingRecord {
  if (record.value.byteLength > MAX_EVENT_BYTES) {
    throw new BatonError(
      'event-too-large',
      `An event for ${record.topic} has ${record.value.byteLength} bytes.`,
    );
  }
  return toOutgoing(record);
}
