import { priorityName } from '@baton/client';
import { HandoffKind, Priority, type Handoff, type HandoffOffered } from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';
import { kindName } from './names.js';

/** A handoff as every page of the tenant gets it: what two agents told each other is left out. */
export function handoffView(handoff: Handoff) {
  const { consult: _theirs, ...shown } = handoff;
  const transfer = handoff.transfer && { ...handoff.transfer, kind: kindName(handoff.transfer.kind) };
  return { ...shown, transfer, kind: kindName(handoff.kind), priority: priorityName(handoff.priority) };
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
    leaseToken: 0,
    kind: HandoffKind.HANDOFF_KIND_UNSPECIFIED,
    previousHandoffId: '',
    askedByAgentId: '',
    targetAgentId: '',
    note: '',
    reason: '',
    transfer: undefined,
    transferFailed: '',
    participant: false,
    consult: [],
    times: undefined,
    previousConversationId: '',
    nextHandoffId: '',
    revision: 0,
    refused: [],
    explanation: data.explanation,
  };
}
