import { AgentReleased, AgentReserved } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { isFree, type Agent, type AgentOutcome } from './agent.js';

export interface ReservationRequest {
  readonly handoffId: string;
  readonly conversationId: string;
  /** How long the agent is held unless somebody says otherwise, ms. */
  readonly ttlMs: number;
  readonly why: string;
  /** They asked for this caller themselves, so their presence does not matter. */
  readonly evenAway?: boolean;
}

/** Holds the agent's slot for one handoff. Undefined where they are not free: somebody was faster. */
export function reserve(agent: Agent, request: ReservationRequest, now: number): AgentOutcome | undefined {
  if (!isFree(agent) && !(request.evenAway === true && agent.slot.kind === 'free')) return undefined;
  const { handoffId, conversationId, why } = request;
  const token = agent.token + 1;
  const expiresAt = now + request.ttlMs;
  const reserved = {
    agentId: agent.agentId,
    handoffId,
    conversationId,
    reservationToken: token,
    expiresAtMs: expiresAt,
    why,
  };
  return {
    agent: { ...agent, token, slot: { kind: 'reserved', handoffId, conversationId, token, expiresAt } },
    events: [{ ...draft(AgentReserved, agent.agentId, reserved), correlationId: conversationId }],
  };
}

/** Whether the slot holds this handoff under this reservation. */
export function holds({ slot }: Agent, handoffId: string, token: number): boolean {
  return slot.kind !== 'free' && slot.handoffId === handoffId && slot.token === token;
}

/** Frees the slot and says so. */
export function releaseSlot(agent: Agent, reason: string, now: number): AgentOutcome {
  const { slot, agentId } = agent;
  if (slot.kind === 'free') return { agent, events: [] };
  const { handoffId, conversationId, token } = slot;
  const released = { agentId, handoffId, reservationToken: token, reason };
  return {
    agent: { ...agent, slot: { kind: 'free' }, idleSince: slot.kind === 'engaged' ? now : agent.idleSince },
    events: [{ ...draft(AgentReleased, agentId, released), correlationId: conversationId }],
  };
}
