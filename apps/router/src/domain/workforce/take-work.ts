import { BatonError } from '@baton/kernel';
import type { Agent, AgentOutcome } from './agent.js';
import { changePresence } from './presence.js';
import { held, releaseReserved, releaseSlot } from './reservation.js';
import { slotOf, type Slot } from './slot.js';

/** Offers left unanswered in a row before an agent is taken to be away from the desk, unless the pack says otherwise. */
export const noAnswersBeforeBreak = 2;

/**
 * The agent says yes: their slot is taken before the handoff hears of it, so that no moment is left in which they could be held for
 * another. Undefined where it is taken by this caller already. Throws `offer-gone` where they are not held for it any more.
 */
export function engage(
  agent: Agent,
  handoffId: string,
  token: number,
  now: number,
): AgentOutcome | undefined {
  const slot = held(agent, handoffId, token);
  if (!slot) {
    throw new BatonError('offer-gone', 'This offer is no longer yours: you are not held for it any more.');
  }
  if (slot.kind !== 'reserved') return undefined;
  const { expiresAt: _over, ...use } = slot;
  const { busySince = now, ...worked } = agent.worked;
  const engaged: Agent = {
    ...withSlot(agent, slot, { ...use, kind: 'engaged', since: now }),
    noAnswers: 0,
    worked: { ...worked, busySince },
  };
  return changePresence(engaged, 'busy', 'with a caller', now);
}

/** The reservation, or the caller, is gone. Undefined where the slot holds something else by now. */
export function letGo(
  agent: Agent,
  handoffId: string,
  token: number,
  reason: string,
  now: number,
): AgentOutcome | undefined {
  const slot = held(agent, handoffId, token);
  if (!slot) return undefined;
  const answered: Agent = reason === 'rejected' ? { ...agent, noAnswers: 0 } : agent;
  return freeAgain(answered, slot, reason, now);
}

/** The agent left an offer unanswered; after some in a row nobody is sent to an empty chair any more. */
export function leftUnanswered(
  agent: Agent,
  handoffId: string,
  token: number,
  now: number,
  mostInARow = noAnswersBeforeBreak,
): AgentOutcome | undefined {
  const slot = held(agent, handoffId, token);
  if (!slot) return undefined;
  const noAnswers = agent.noAnswers + 1;
  const released = freeAgain({ ...agent, noAnswers }, slot, 'no-answer', now);
  if (noAnswers < mostInARow) return released;
  if (released.agent.slots.some(({ kind }) => kind !== 'reserved')) return released;
  const others = releaseReserved(released.agent, 'no-answer', now);
  const away = changePresence(others.agent, 'break', 'no-answer', now);
  return { agent: away.agent, events: [...released.events, ...others.events, ...away.events] };
}

/** The conversation is over and the agent writes it up. */
export function beginWrapUp(agent: Agent, handoffId: string, now: number): AgentOutcome | undefined {
  const slot = slotOf(agent, handoffId);
  if (!slot) return undefined;
  const { kind: _kind, ...use } = slot;
  const since = slot.kind === 'reserved' ? now : slot.since;
  const writing = withSlot(agent, slot, { ...use, kind: 'wrap-up', since });
  // With others still talking the agent is busy; the writing up waits for them.
  if (writing.slots.some(({ kind }) => kind === 'engaged')) return { agent: writing, events: [] };
  return changePresence(writing, 'wrap-up', '', now);
}

/** The handoff has ended: the agent is free, or what they asked to be. */
export function workDone(
  agent: Agent,
  handoffId: string,
  reason: string,
  now: number,
): AgentOutcome | undefined {
  const slot = slotOf(agent, handoffId);
  return slot && freeAgain(agent, slot, reason, now);
}

function freeAgain(agent: Agent, slot: Slot, reason: string, now: number): AgentOutcome {
  const released = releaseSlot(agent, slot, reason, now);
  if (slot.kind === 'reserved') return released;
  const rest = released.agent.slots;
  if (rest.some(({ kind }) => kind === 'engaged')) return released;
  if (rest.some(({ kind }) => kind === 'wrap-up'))
    return and(released, (one) => changePresence(one, 'wrap-up', '', now));
  const { afterwards = 'available', afterwardsReason = '', ...free } = released.agent;
  const { busySince = now, ...worked } = free.worked;
  const busyMs = worked.busyMs + Math.max(0, now - busySince);
  const idle: Agent = { ...free, worked: { ...worked, busyMs } };
  const left =
    afterwards === 'available' ? { agent: idle, events: [] } : releaseReserved(idle, 'agent-left', now);
  return and({ agent: left.agent, events: [...released.events, ...left.events] }, (one) =>
    changePresence(one, afterwards, afterwardsReason, now),
  );
}

function and(before: AgentOutcome, then: (agent: Agent) => AgentOutcome): AgentOutcome {
  const after = then(before.agent);
  return { agent: after.agent, events: [...before.events, ...after.events] };
}

function withSlot(agent: Agent, old: Slot, now: Slot): Agent {
  return { ...agent, slots: agent.slots.map((slot) => (slot === old ? now : slot)) };
}
