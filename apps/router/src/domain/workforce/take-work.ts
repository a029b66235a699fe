import { BatonError } from '@baton/kernel';
import type { Agent, AgentOutcome } from './agent.js';
import { changePresence } from './presence.js';
import { holds, releaseSlot } from './reservation.js';

/** Offers left unanswered in a row before an agent is taken to be away from the desk. */
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
  if (!holds(agent, handoffId, token) || agent.slot.kind === 'free') {
    throw new BatonError('offer-gone', 'This offer is no longer yours: you are not held for it any more.');
  }
  if (agent.slot.kind === 'engaged') return undefined;
  const { conversationId } = agent.slot;
  const engaged: Agent = {
    ...agent,
    slot: { kind: 'engaged', handoffId, conversationId, token },
    noAnswers: 0,
  };
  const away = agent.presence === 'break' || agent.presence === 'offline';
  const afterwards = away && agent.afterwards === undefined ? { afterwards: agent.presence } : {};
  return changePresence({ ...engaged, ...afterwards }, 'busy', 'with a caller', now);
}

/** The reservation, or the caller, is gone. Undefined where the slot holds something else by now. */
export function letGo(
  agent: Agent,
  handoffId: string,
  token: number,
  reason: string,
  now: number,
): AgentOutcome | undefined {
  if (!holds(agent, handoffId, token)) return undefined;
  const answered: Agent = reason === 'rejected' ? { ...agent, noAnswers: 0 } : agent;
  return freeAgain(answered, reason, now);
}

/** The agent left an offer unanswered; after two in a row nobody is sent to an empty chair any more. */
export function leftUnanswered(
  agent: Agent,
  handoffId: string,
  token: number,
  now: number,
): AgentOutcome | undefined {
  if (!holds(agent, handoffId, token)) return undefined;
  const noAnswers = agent.noAnswers + 1;
  const released = releaseSlot({ ...agent, noAnswers }, 'no-answer', now);
  if (noAnswers < noAnswersBeforeBreak) return released;
  const away = changePresence(released.agent, 'break', 'no-answer', now);
  return { agent: away.agent, events: [...released.events, ...away.events] };
}

/** The conversation is over and the agent writes it up. */
export function beginWrapUp(agent: Agent, handoffId: string, now: number): AgentOutcome | undefined {
  if (agent.slot.kind === 'free' || agent.slot.handoffId !== handoffId) return undefined;
  const { conversationId, token } = agent.slot;
  const engaged: Agent = { ...agent, slot: { kind: 'engaged', handoffId, conversationId, token } };
  return changePresence(engaged, 'wrap-up', '', now);
}

/** The handoff has ended: the agent is free, or what they asked to be. */
export function workDone(
  agent: Agent,
  handoffId: string,
  reason: string,
  now: number,
): AgentOutcome | undefined {
  if (agent.slot.kind === 'free' || agent.slot.handoffId !== handoffId) return undefined;
  return freeAgain(agent, reason, now);
}

function freeAgain(agent: Agent, reason: string, now: number): AgentOutcome {
  const released = releaseSlot(agent, reason, now);
  if (agent.slot.kind !== 'engaged') return released;
  const { afterwards = 'available', ...rest } = released.agent;
  const changed = changePresence(rest, afterwards, '', now);
  return { agent: changed.agent, events: [...released.events, ...changed.events] };
}
