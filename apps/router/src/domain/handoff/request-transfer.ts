import { BatonError, derivedId } from '@baton/kernel';
import { HandoffKind, TransferRequested } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Handoff, HandoffOutcome, OpenTransfer } from './handoff.js';
import { kindMessages } from './event-parts.js';
import { queueOf, type QueueView } from './queue-view.js';
import type { Escalation } from './request-handoff.js';

/** Where an agent wants the caller, or an answer, from. */
export interface TransferWish {
  readonly agentId: string;
  readonly kind: OpenTransfer['kind'];
  /** Empty where an agent is named. */
  readonly queue: string;
  /** Empty where a queue is named. */
  readonly toAgentId: string;
  /** Redacted. */
  readonly note: string;
}

/**
 * The agent passes the caller on, or asks a colleague with the caller on hold. Only the wish is kept here: the next handoff begins
 * with its event, and the agent stays until that is safe. Throws `wrong-state`; `invalid-argument` for a queue the pack does not have.
 */
export function requestTransfer(handoff: Handoff, wish: TransferWish, view: QueueView): HandoffOutcome {
  const { agentId, kind, toAgentId, note } = wish;
  requireOwn(handoff, agentId);
  if (handoff.transfer) {
    throw new BatonError('wrong-state', 'A transfer is under way already; settle or cancel it first.');
  }
  if (handoff.participant === true) {
    throw new BatonError('wrong-state', 'The caller is passed on by the agent who holds the lease.');
  }
  const queue = queueWished(wish, handoff, view);
  if (toAgentId === agentId) throw new BatonError('invalid-argument', 'to_agent_id must be somebody else.');
  const transfers = (handoff.transfers ?? 0) + 1;
  const nextHandoffId = derivedId(handoff.handoffId, 'transfer', transfers);
  const { transferFailed: _before, ...rest } = handoff;
  const transfer = {
    kind,
    nextHandoffId,
    phase: 'asked',
    queue,
    agentId: toAgentId,
    since: view.now,
  } as const;
  return {
    handoff: { ...rest, transfers, transfer },
    events: [
      draft(TransferRequested, handoff.conversationId, {
        handoffId: handoff.handoffId,
        agentId,
        nextHandoffId,
        kind: kindMessages[kind],
        queue,
        targetAgentId: toAgentId,
        note,
      }),
    ],
  };
}

/** The handoff that follows from a wish. */
export function nextHandoff(
  handoff: Handoff,
  wish: TransferRequested,
  at: number,
): Omit<Escalation, 'callerGone'> {
  const { conversationId, tenantId, packSha256, decisionId, reasons, language, priority, channel } = handoff;
  const { traceparent } = handoff;
  return {
    handoffId: wish.nextHandoffId,
    conversationId,
    tenantId,
    packSha256,
    decisionId,
    reasons,
    // Whoever is asked by name or queue need not have the skills the first agent was chosen for.
    skills: [],
    language,
    priority,
    channel,
    requestedAt: at,
    decidedAt: at,
    kind: wish.kind === HandoffKind.HANDOFF_KIND_CONSULT ? 'consult' : 'transfer',
    previous: { handoffId: handoff.handoffId, agentId: wish.agentId },
    inQueue: wish.queue,
    ...(wish.note === '' ? {} : { note: wish.note }),
    ...(wish.targetAgentId === '' ? {} : { target: { agentId: wish.targetAgentId } }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** Throws `wrong-state` unless this agent talks with the caller. */
export function requireOwn(handoff: Handoff, agentId: string): void {
  if (handoff.state !== 'bridged' || handoff.agent?.agentId !== agentId) {
    throw new BatonError('wrong-state', 'Only the agent who talks with the caller can do this.');
  }
}

/** A queue that does not exist is refused here, where somebody sees it: nothing is routed to nowhere. */
function queueWished({ queue, toAgentId }: TransferWish, handoff: Handoff, { routing }: QueueView): string {
  if ((queue === '') === (toAgentId === '')) {
    throw new BatonError('invalid-argument', 'Exactly one of queue and to_agent_id must be given.');
  }
  if (queue === '') return queueOf(routing, handoff.queue).name;
  const names = routing.queues.map(({ name }) => name);
  if (!names.includes(queue)) {
    throw new BatonError('invalid-argument', `queue must be one of ${names.join(', ')}.`);
  }
  return queue;
}
