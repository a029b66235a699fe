import type { EventRecord } from '@baton/eventing';
import type { Decision } from './decision.js';
import { toOutgoing, type OutboxDocument, type OutgoingRecord } from './outbox-document.js';

/** The one write: next state, what is still to be published (older first), and the causes in the inbox. */
export function nextDocument<S>(input: {
  readonly previous: OutboxDocument<S> | undefined;
  /** Records of the previous document not known to be acknowledged. */
  readonly older: readonly OutgoingRecord[];
  readonly now: number;
  readonly change: {
    readonly decision: Decision<S>;
    readonly inbox: string;
    readonly tenantId: string;
    readonly correlationId: string;
    readonly records: readonly EventRecord[];
  };
}): OutboxDocument<S> {
  const { previous, older, now } = input;
  const { decision, inbox, tenantId, correlationId, records } = input.change;
  const outbox = [...older, ...records.map(toOutgoing)];
  const outboxSince = older.length > 0 ? previous?.outboxSince : outbox.length > 0 ? now : undefined;
  return {
    tenantId,
    correlationId,
    state: decision.state,
    inbox,
    outbox,
    ...(outboxSince === undefined ? {} : { outboxSince }),
    ...(decision.deadlineAt === undefined ? {} : { deadlineAt: decision.deadlineAt }),
  };
}
