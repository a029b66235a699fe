import type { Agent, AgentOutcome, SlotUse } from './agent.js';
import { changePresence } from './presence.js';
import { holds, releaseSlot } from './reservation.js';

/** Offers left unanswered in a row before an agent is taken to be away from the desk. */
export const noAnswersBeforeBreak = 2;

/**
 * The agent accepted and the caller is on the way: their slot is taken. What else they were held for meanwhile is given back,
 * because a caller who is about to hear them goes first. Undefined where they talk already.
 */
export function engage(agent: Agent, use: SlotUse, now: number): AgentOutcome | undefined {
  if (agent.slot.kind === 'engaged') return undefined;
  const held = holds(agent, use.handoffId, use.token);
  const released = held ? { agent, events: [] } : releaseSlot(agent, 'took-another', now);
  // They were away when the acceptance arrived: that is what they will be again.
  const away = agent.presence === 'break' || agent.presence === 'offline' ? { afterwards: agent.presence } : {};
  const engaged: Agent = { ...released.agent, ...away, slot: { ...use, kind: 'engaged' }, noAnswers: 0 };
  const busy = changePresence(engaged, 'busy', 'with a caller', now);
  return { agent: busy.agent, events: [...released.events, ...busy.events] };
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
export function workDone(agent: Agent, handoffId: string, reason: string, now: number): AgentOutcome | undefined {
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
