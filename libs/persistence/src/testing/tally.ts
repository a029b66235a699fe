import type { EventRecord, EventType } from '@baton/eventing';
import { draft, type Decision } from '../outbox/decision.js';

/** The document of the outbox suites: a sum, and how often it was added to. */
export interface Tally {
  readonly total: number;
  readonly steps: number;
}

export interface Added {
  readonly amount: number;
  readonly total: number;
}

export const ADDED = jsonEvent<Added>('baton.contract.v1.Added', 'baton.contract.v1');
export const COUNTED = jsonEvent<{ readonly steps: number }>(
  'baton.contract.v1.Counted',
  'baton.contract.v1',
);

/** Adds an amount and says so in two events. */
export function add(id: string, amount: number): (state: Tally | undefined) => Decision<Tally> {
  return (state) => {
    const total = (state?.total ?? 0) + amount;
    const steps = (state?.steps ?? 0) + 1;
    return {
      state: { total, steps },
      events: [draft(ADDED, id, { amount, total }), draft(COUNTED, id, { steps })],
    };
  };
}

export function eventId(record: EventRecord): string {
  return record.headers['ce_id'] ?? '';
}

export function dataOf<T>(record: EventRecord): T {
  return JSON.parse(Buffer.from(record.value).toString('utf8')) as T;
}

function jsonEvent<T>(type: string, topic: string): EventType<T> {
  return {
    type,
    topic,
    encode: (data) => Buffer.from(JSON.stringify(data), 'utf8'),
    decode: (value) => JSON.parse(Buffer.from(value).toString('utf8')) as T,
  };
}
