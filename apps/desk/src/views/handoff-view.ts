import { priorityName } from '@baton/client';
import { Priority, type Handoff, type HandoffOffered } from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';

/** A handoff as the pages get it. */
export function handoffView(handoff: Handoff) {
  return { ...handoff, priority: priorityName(handoff.priority) };
}

export type HandoffView = ReturnType<typeof handoffView>;

/** What the offer itself tells of its handoff, for when the router cannot be asked: enough to say yes or no. */
export function offeredHandoff({ meta, data }: BatonEvent<HandoffOffered>): Handoff {
  return {
    handoffId: data.handoffId,
    conversationId: meta.subject,
    tenantId: meta.tenantId,
    state: 'offered',
    queue: data.queue,
    reasons: [],
    skills: [],
    language: '',
    priority: Priority.PRIORITY_NORMAL,
    agentId: data.agentId,
    reservationToken: data.reservationToken,
    requestedAtMs: meta.time,
    deadlineAtMs: data.offerExpiresAtMs,
    position: 0,
    expectedWaitSeconds: 0,
    disposition: '',
    attempts: data.attempt,
    explanation: data.explanation,
  };
}
