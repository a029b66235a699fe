import { AgentReleased, AgentReserved, type MatchExplanation } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { canTake, hasRoom, type Agent, type AgentOutcome } from './agent.js';
import { slotOf, type Slot, type SlotKind } from './slot.js';

export interface ReservationRequest {
  readonly handoffId: string;
  readonly conversationId: string;
  /** How long the agent is held unless somebody says otherwise, ms. */
  readonly ttlMs: number;
  readonly why: string;
  /** Default: a call. */
  readonly channel?: SlotKind;
  /** The queue the caller waits in; left out where the agent is asked for by name. */
  readonly queue?: string;
  readonly explanation?: MatchExplanation;
  /** The lease under which it was matched; left out where no queue was. */
  readonly leaseToken?: number;
  /** They asked for this caller themselves, so their presence does not matter. */
  readonly evenAway?: boolean;
}

/**
 * Holds one of the agent's slots for a handoff. Undefined where none is free for it (somebody was faster), where they are held for it
 * already, or where another router has matched under a newer lease since.
 */
export function reserve(agent: Agent, request: ReservationRequest, now: number): AgentOutcome | undefined {
  const { handoffId, conversationId, why, channel = 'voice', queue = '', explanation } = request;
  const leaseToken = request.leaseToken ?? agent.leaseToken;
  const able = canTake(agent, channel) || (request.evenAway === true && hasRoom(agent, channel));
  if (!able || slotOf(agent, handoffId) || leaseToken < agent.leaseToken) return undefined;
  const token = agent.token + 1;
  const expiresAt = now + request.ttlMs;
  const reserved = {
    agentId: agent.agentId,
    handoffId,
    conversationId,
    reservationToken: token,
    expiresAtMs: expiresAt,
    why,
    explanation,
  };
  const slot: Slot = { kind: 'reserved', handoffId, conversationId, token, channel, queue, expiresAt };
  return {
    agent: { ...agent, token, leaseToken, slots: [...agent.slots, slot] },
    events: [{ ...draft(AgentReserved, agent.agentId, reserved), correlationId: conversationId }],
  };
}

/** The slot that holds this handoff under this reservation, if there is one. */
export function held(agent: Agent, handoffId: string, token: number): Slot | undefined {
  const slot = slotOf(agent, handoffId);
  return slot?.token === token ? slot : undefined;
}

/** Frees a slot and says so. */
export function releaseSlot(agent: Agent, slot: Slot, reason: string, now: number): AgentOutcome {
  const { agentId } = agent;
  const { handoffId, conversationId, token, queue } = slot;
  const work = slot.kind === 'reserved' ? undefined : { queue, handledMs: Math.max(0, now - slot.since) };
  const released = { agentId, handoffId, reservationToken: token, reason, work };
  return {
    agent: {
      ...agent,
      slots: agent.slots.filter((other) => other !== slot),
      idleSince: slot.kind === 'reserved' ? agent.idleSince : now,
    },
    events: [{ ...draft(AgentReleased, agentId, released), correlationId: conversationId }],
  };
}

/** Gives back every offer that rings: the agent cannot answer any more. */
export function releaseReserved(agent: Agent, reason: string, now: number): AgentOutcome {
  let outcome: AgentOutcome = { agent, events: [] };
  for (const slot of agent.slots) {
    if (slot.kind !== 'reserved') continue;
    const { agent: freed, events } = releaseSlot(outcome.agent, slot, reason, now);
    outcome = { agent: freed, events: [...outcome.events, ...events] };
  }
  return outcome;
}
