import { nextChange } from '@baton/policy';
import type { Agent, AgentOutcome } from './agent.js';
import { deskSilent } from './heartbeat.js';
import { keepShift } from './shift.js';
import { letGo } from './take-work.js';

/** What an agent's deadlines need to know. */
export interface AgentTimes {
  /** How long a desk may be silent, ms. */
  readonly silentMs: number;
  /** Since when this process runs on a steady clock, ms: a desk that could not be heard before is not silent. */
  readonly steadySince: number;
}

/** When the agent wants to be looked at next, ms: a reservation ends, a desk has been silent too long, a shift begins or ends. */
export function agentDeadline(agent: Agent, silentMs: number, now: number): number | undefined {
  const times = agent.slots.flatMap((slot) => (slot.kind === 'reserved' ? [slot.expiresAt] : []));
  if (agent.heardAt !== undefined) times.push(agent.heardAt + silentMs);
  if (agent.shift !== undefined) times.push(nextChange(agent.shift, now));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Does what is due by now. The outcome may be the agent as they were: saving them moves the deadline. */
export function agentDue(agent: Agent, times: AgentTimes, now: number): AgentOutcome {
  let outcome: AgentOutcome = { agent, events: [] };
  const then = (step: (known: Agent) => AgentOutcome | undefined) => {
    const next = step(outcome.agent);
    if (next) outcome = { agent: next.agent, events: [...outcome.events, ...next.events] };
  };
  for (const slot of agent.slots) {
    if (slot.kind !== 'reserved' || slot.expiresAt > now) continue;
    then((known) => letGo(known, slot.handoffId, slot.token, 'reservation-expired', now));
  }
  then((known) => silentOrGiven(known, times, now));
  then((known) => keepShift(known, now));
  return outcome;
}

/** After a start, or a clock that jumped, every desk gets its full time once more. */
function silentOrGiven(
  agent: Agent,
  { silentMs, steadySince }: AgentTimes,
  now: number,
): AgentOutcome | undefined {
  if (agent.heardAt === undefined || agent.heardAt >= steadySince) return deskSilent(agent, silentMs, now);
  return { agent: { ...agent, heardAt: steadySince }, events: [] };
}
