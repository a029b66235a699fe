import { BatonError } from '@baton/kernel';
import { AgentPresenceChanged, Presence } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { presenceMessage, type PresenceWord } from '../words.js';
import type { Agent, AgentOutcome } from './agent.js';
import { releaseReserved } from './reservation.js';

/** What an agent can ask to be; the rest follows from what they do. */
export type WantedPresence = 'available' | 'break' | 'offline';

/** Reads a wish. Throws `invalid-argument` for what agents cannot ask for. */
export function wantedPresence(presence: Presence): WantedPresence {
  if (presence === Presence.PRESENCE_AVAILABLE) return 'available';
  if (presence === Presence.PRESENCE_BREAK) return 'break';
  if (presence === Presence.PRESENCE_OFFLINE) return 'offline';
  throw new BatonError(
    'invalid-argument',
    'presence must be AVAILABLE, BREAK or OFFLINE; the rest follows from the work.',
  );
}

/**
 * The agent says whether they can be offered work. With a caller, it counts once that caller is done. While an offer rings,
 * going away gives the offer back.
 */
export function setPresence(
  agent: Agent,
  wanted: WantedPresence,
  reason: string,
  now: number,
): AgentOutcome | undefined {
  if (isWithSomebody(agent)) {
    if (agent.afterwards === wanted) return undefined;
    const { afterwardsReason: _old, ...rest } = agent;
    const wish: Agent = {
      ...rest,
      afterwards: wanted,
      ...(reason === '' ? {} : { afterwardsReason: reason }),
    };
    return wanted === 'available' ? { agent: wish, events: [] } : releaseReserved(wish, 'agent-left', now);
  }
  if (wanted === 'available') {
    const answered: Agent = { ...agent, noAnswers: 0 };
    return agent.presence === wanted ? undefined : changePresence(answered, wanted, reason, now);
  }
  return goAway(agent, wanted, reason, 'agent-left', now);
}

/** Leaves, offers given back; with a caller, once that caller is done. Undefined where the agent is away already. */
export function leaveWork(
  agent: Agent,
  wanted: 'break' | 'offline',
  reason: string,
  now: number,
): AgentOutcome | undefined {
  if (!isWithSomebody(agent)) return goAway(agent, wanted, reason, reason, now);
  return releaseReserved({ ...agent, afterwards: wanted, afterwardsReason: reason }, reason, now);
}

function goAway(
  agent: Agent,
  wanted: 'break' | 'offline',
  reason: string,
  offersBecause: string,
  now: number,
): AgentOutcome | undefined {
  const released = releaseReserved(agent, offersBecause, now);
  if (released.agent.presence === wanted) return undefined;
  const changed = changePresence(released.agent, wanted, reason, now);
  return { agent: changed.agent, events: [...released.events, ...changed.events] };
}

/** The agent with another presence, and the event that says so; without one where it is the same. */
export function changePresence(
  agent: Agent,
  presence: PresenceWord,
  reason: string,
  now: number,
): AgentOutcome {
  if (agent.presence === presence) return { agent, events: [] };
  const { heardAt, ...rest } = agent;
  const signsIn = agent.presence === 'offline';
  const changed: Agent = {
    ...rest,
    // Nobody listens for the desk of an agent who is not at work.
    ...(heardAt === undefined || presence === 'offline' ? {} : { heardAt }),
    presence,
    presenceReason: reason,
    presenceSince: now,
    idleSince: presence === 'available' ? now : agent.idleSince,
    worked: signsIn ? { signedInAt: now, busyMs: 0 } : agent.worked,
  };
  const event = { agentId: agent.agentId, presence: presenceMessage(presence), reason };
  return { agent: changed, events: [draft(AgentPresenceChanged, agent.agentId, event)] };
}

/** Whether the agent has a caller, or writes one up. */
export function isWithSomebody({ slots }: Agent): boolean {
  return slots.some(({ kind }) => kind !== 'reserved');
}
