import { BatonError } from '@baton/kernel';
import type { BatonEvent, EventRecord } from '@baton/eventing';
import type { Decision, UpdateOutcome } from './decision.js';
import { deepFreeze } from './deep-freeze.js';
import { inboxHas, inboxMark, inboxWith } from './inbox.js';
import { encodeDecision } from './encode-decision.js';
import type { OutboxDocument } from './outbox-document.js';
import type { PendingUpdate } from './pending-updates.js';

/** What became of one update, once the write of all of them has succeeded. */
export type Answer<S> = { readonly done: UpdateOutcome<S> } | { readonly failed: unknown };

/** What updates make of a document: one write for all of them. */
export interface AppliedUpdates<S> {
  /** In the order of the updates; shorter where the rest has to go into another write. */
  readonly answers: readonly Answer<S>[];
  /** The last decision and all that is new; absent where nothing changes. */
  readonly change?: {
    readonly decision: Decision<S>;
    readonly inbox: string;
    readonly tenantId: string;
    readonly correlationId: string;
    readonly records: readonly EventRecord[];
  };
}

/** One document must stay writable everywhere (MongoDB: 16 MB). */
const MAX_OUTBOX_BYTES = 4_000_000;

/**
 * Decides one update after the other, each on what the one before it made. An update that throws fails alone: the next decides as if
 * it had not been.
 */
export function applyUpdates<S>(
  document: {
    readonly collection: string;
    readonly id: string;
    readonly source: string;
    readonly now: number;
    readonly inboxSize: number;
    readonly freeze: boolean;
    readonly previous: OutboxDocument<S> | undefined;
  },
  updates: readonly PendingUpdate<S>[],
): AppliedUpdates<S> {
  const { previous, inboxSize } = document;
  const answers: Answer<S>[] = [];
  const records: EventRecord[] = [];
  let state = previous?.state;
  let inbox = previous?.inbox ?? '';
  let tenantId = previous?.tenantId;
  let last: { readonly decision: Decision<S>; readonly correlationId: string } | undefined;
  let causes = 0;
  let bytes = 0;
  for (const update of updates) {
    if (causes === inboxSize || bytes > MAX_OUTBOX_BYTES) break;
    const { cause } = update;
    try {
      if (tenantId !== undefined && tenantId !== cause.tenantId) throw tenantMismatch(document.collection);
      const mark = inboxMark(cause.id);
      if (inboxHas(inbox, mark)) {
        answers.push({ done: { outcome: 'duplicate', state: state!, events: [] } });
        continue;
      }
      const made = update.asAsked(() => {
        const decision = update.decide(state);
        return decision && { decision, ...encodeDecision(document, cause, decision) };
      });
      if (made === undefined) {
        answers.push({ done: { outcome: 'ignored', state, events: [] } });
        continue;
      }
      const { decision, events } = made;
      for (const record of made.records) {
        records.push(record);
        bytes += record.value.byteLength;
      }
      if (document.freeze) deepFreeze(decision.state);
      ({ state } = decision);
      ({ tenantId } = cause);
      inbox = inboxWith(inbox, mark, inboxSize);
      last = { decision, correlationId: cause.correlationId };
      causes += 1;
      answers.push({ done: { outcome: 'applied', state, events: events as BatonEvent<unknown>[] } });
    } catch (thrown) {
      answers.push({ failed: thrown });
    }
  }
  if (last === undefined) return { answers };
  return { answers, change: { ...last, inbox, tenantId: tenantId!, records } };
}

function tenantMismatch(collection: string): BatonError {
  return new BatonError(
    'tenant-mismatch',
    `A document of ${collection} belongs to another tenant than its cause.`,
  );
}
