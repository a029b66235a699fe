import { BatonError } from '@baton/kernel';
import type { EventMeta } from './envelope.js';
import type { EventRecord } from './event-bus.js';
import type { EventType } from './event-type.js';
import { CE, CONTENT_TYPE, JSON_CONTENT, TRACEPARENT } from './header-names.js';
import { currentTraceparent } from './trace-context.js';

/** What the publisher decides; the name comes from the event type. */
export type NewEventMeta = Omit<EventMeta, 'type'> & { readonly type?: string };

/** Last millisecond of year 9999: RFC 3339 has no later one. */
const LATEST_TIME = 253_402_300_799_999;

/**
 * One event as a record: CloudEvents 1.0 binary mode, key = subject. Where `meta` names no `traceparent`, the active
 * trace goes along. Throws `invalid-event-meta` where a required attribute is empty or the time is not a date.
 */
export function encodeEvent<T>(type: EventType<T>, meta: NewEventMeta, data: T): EventRecord {
  check(type.type, meta);
  const headers: Record<string, string> = {
    [CE.specversion]: '1.0',
    [CE.id]: meta.id,
    [CE.type]: type.type,
    [CE.source]: meta.source,
    [CE.time]: new Date(meta.time).toISOString(),
    [CE.subject]: meta.subject,
    [CE.tenantId]: meta.tenantId,
    [CE.correlationId]: meta.correlationId,
    [CONTENT_TYPE]: JSON_CONTENT,
  };
  if (meta.causationId !== undefined) headers[CE.causationId] = meta.causationId;
  const traceparent = meta.traceparent ?? currentTraceparent();
  if (traceparent !== undefined) headers[TRACEPARENT] = traceparent;
  return { topic: type.topic, key: meta.subject, headers, value: type.encode(data) };
}

function check(type: string, meta: NewEventMeta): void {
  const problem = problemOf(type, meta);
  if (problem !== undefined) {
    throw new BatonError('invalid-event-meta', `An event of type ${type} cannot be encoded: ${problem}.`);
  }
}

function problemOf(type: string, meta: NewEventMeta): string | undefined {
  if (meta.type !== undefined && meta.type !== type) return `its meta names the type ${meta.type}`;
  if (meta.id === '') return 'id is empty';
  if (meta.source === '') return 'source is empty';
  if (meta.subject === '') return 'subject is empty';
  if (meta.tenantId === '') return 'tenantId is empty';
  if (meta.correlationId === '') return 'correlationId is empty';
  if (meta.causationId === '') return 'causationId is empty';
  if (!Number.isInteger(meta.time) || meta.time < 0 || meta.time > LATEST_TIME) return 'time is not a date';
  return undefined;
}
