import { derivedId } from '@baton/kernel';
import type { BatonEvent, DeliveredRecord } from '@baton/eventing';

/** Event number `n` of a tenant as a consumer delivers it; ten events make a conversation. */
export function delivery(
  n: number,
  tenant = 'bank',
): { event: BatonEvent<unknown>; record: DeliveredRecord } {
  const conversation = conversationOf(n, tenant);
  const data = { turnIndex: n % 10, text: `turn ${n}: “good morning”` };
  return {
    event: {
      meta: {
        id: derivedId(tenant, 'event', n),
        type: 'baton.conversation.v1.TurnRecorded',
        source: '/baton/speech-gateway',
        time: 1_772_366_400_000 + n,
        subject: conversation,
        tenantId: tenant,
        correlationId: conversation,
        ...(n % 10 === 0 ? {} : { causationId: derivedId(tenant, 'event', n - 1) }),
      },
      data,
    },
    record: {
      topic: 'baton.conversation.v1',
      key: conversation,
      headers: {},
      value: Buffer.from(JSON.stringify(data)),
      partition: 0,
      offset: String(n),
    },
  };
}

/** Deliveries as the arguments of `AuditLog.append`. */
export function batchOf(
  numbers: readonly number[],
  tenant?: string,
): [events: BatonEvent<unknown>[], records: DeliveredRecord[]] {
  const deliveries = numbers.map((n) => delivery(n, tenant));
  return [deliveries.map(({ event }) => event), deliveries.map(({ record }) => record)];
}

export function conversationOf(n: number, tenant = 'bank'): string {
  return derivedId(tenant, 'conversation', Math.floor(n / 10));
}

/** Numbers from 0 up to but without `count`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
