import type { Conversation } from '../deciding/conversation.js';
import type { Handoff } from './handoff.js';
import type { Escalation } from './request-handoff.js';

/** The handoff by which a supervisor takes a caller over: meant for them alone, in the queue the caller came from. */
export function takeOver(
  conversation: Conversation,
  current: Handoff | undefined,
  supervisor: { readonly agentId: string; readonly reason: string },
  asked: { readonly handoffId: string; readonly at: number; readonly defaultQueue: string },
): Omit<Escalation, 'callerGone'> {
  const { conversationId, tenantId, packSha256, channel, soFar, startedIn } = conversation;
  const { handoffId, at, defaultQueue } = asked;
  const { agentId, reason } = supervisor;
  return {
    ...{ handoffId, conversationId, tenantId, packSha256, channel },
    decisionId: current?.decisionId ?? '',
    reasons: ['supervisor'],
    skills: [],
    language: current?.language || soFar.language || startedIn,
    priority: 'urgent',
    requestedAt: at,
    decidedAt: at,
    kind: 'takeover',
    target: { agentId },
    inQueue: current?.queue ?? defaultQueue,
    ...(current?.traceparent === undefined ? {} : { traceparent: current.traceparent }),
    ...(reason === '' ? {} : { note: reason }),
    ...(current?.open === true
      ? { previous: { handoffId: current.handoffId, agentId: current.agent?.agentId ?? '' } }
      : {}),
  };
}
