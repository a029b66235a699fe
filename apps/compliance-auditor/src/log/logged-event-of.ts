import type { BatonEvent, DeliveredRecord } from '@baton/eventing';
import type { LoggedEvent } from '../domain/logged-event.js';

/** What the log keeps of a delivered event. */
export function loggedEventOf({ meta }: BatonEvent<unknown>, { topic, value }: DeliveredRecord): LoggedEvent {
  return {
    tenant: meta.tenantId,
    eventId: meta.id,
    type: meta.type,
    topic,
    timeMs: meta.time,
    source: meta.source,
    subject: meta.subject,
    conversationId: meta.correlationId,
    causationId: meta.causationId ?? '',
    dataJson: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'),
  };
}
