import type { Handoff as HandoffMessage } from '@baton/contracts';
import { priorityMessage } from '../words.js';
import { consultMessage, kindMessage, kindMessages, timesMessage } from './event-parts.js';
import type { Handoff } from './handoff.js';
import { expectedWaitSeconds, type QueueView } from './queue-view.js';
import { handoffDeadline } from './wait.js';

/** A handoff as it is shown. */
export function handoffMessage(handoff: Handoff, view: QueueView): HandoffMessage {
  const facts = handoff.state === 'queued' ? view.measure(handoff) : undefined;
  return {
    handoffId: handoff.handoffId,
    conversationId: handoff.conversationId,
    tenantId: handoff.tenantId,
    state: handoff.state,
    queue: handoff.queue,
    reasons: [...handoff.reasons],
    skills: [...handoff.skills],
    language: handoff.language,
    priority: priorityMessage(handoff.priority),
    agentId: handoff.agent?.agentId ?? '',
    reservationToken: handoff.agent?.token ?? 0,
    requestedAtMs: handoff.requestedAt,
    deadlineAtMs: handoffDeadline(handoff, view) ?? 0,
    position: facts?.position ?? 0,
    expectedWaitSeconds: facts ? expectedWaitSeconds(facts, view.routing) : 0,
    disposition: handoff.disposition ?? '',
    attempts: handoff.attempts,
    explanation: handoff.match,
    leaseToken: handoff.leaseToken ?? 0,
    kind: kindMessage(handoff),
    previousHandoffId: handoff.previous?.handoffId ?? '',
    askedByAgentId: handoff.previous?.agentId ?? '',
    targetAgentId: handoff.target?.agentId ?? '',
    note: handoff.note ?? '',
    reason: handoff.reason ?? '',
    transfer: transferMessage(handoff),
    transferFailed: handoff.transferFailed ?? '',
    participant: handoff.participant ?? false,
    consult: (handoff.consult ?? []).map((line) => consultMessage(handoff.handoffId, line)),
    times: timesMessage(handoff),
    previousConversationId: handoff.callback?.previousConversationId ?? '',
    nextHandoffId: handoff.next ?? '',
    revision: handoff.revision,
    refused: (handoff.refused ?? []).map(({ agentId, at, reason }) => ({ agentId, atMs: at, reason })),
  };
}

function transferMessage({ transfer }: Handoff): HandoffMessage['transfer'] {
  if (!transfer) return undefined;
  const { kind, nextHandoffId, phase, queue, agentId, since } = transfer;
  return { kind: kindMessages[kind], nextHandoffId, phase, queue, agentId, sinceMs: since };
}
