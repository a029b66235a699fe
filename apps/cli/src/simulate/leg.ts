import type { Handoff } from '@baton/router';
import type { CallRecord, Engagement } from './call-record.js';

/** A caller on their way to a person: once, once more after a transfer, once more when they are rung. */
export interface Leg {
  readonly handoffId: string;
  readonly record: CallRecord;
  readonly kind: 'first' | 'transfer' | 'rung';
  state: Handoff['state'] | 'new';
  offers: number;
  callbackOffers: number;
  /** When the handoff's deadline comes, ms. */
  plannedDeadline: number | undefined;
  engagement?: Engagement;
  /** The agent they are with will pass them on. */
  passOn: boolean;
}

/** Offers of each way have draws of their own. */
const firstOffer = { first: 0, transfer: 1_000, rung: 2_000 } as const;

export function newLeg(handoffId: string, record: CallRecord, kind: Leg['kind']): Leg {
  return {
    handoffId,
    record,
    kind,
    state: 'new',
    offers: firstOffer[kind],
    callbackOffers: 0,
    plannedDeadline: undefined,
    passOn: false,
  };
}

export function newRecord(caller: CallRecord['caller'], arrivedAt: number): CallRecord {
  return {
    caller,
    arrivedAt,
    queue: '',
    outcome: 'waiting',
    waitMs: 0,
    expectedWaitSeconds: 0,
    transferred: false,
    lostInTransfer: false,
  };
}
