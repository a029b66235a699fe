import type { Agent, AgentOutcome } from './agent.js';
import { leaveWork } from './presence.js';

/** Why an agent went offline whose desk fell silent. */
export const heartbeatLost = 'heartbeat-lost';

/**
 * A desk of the agent is there. Written at most every `renewAfterMs`, unless it is the first, or the clock went back. Undefined where
 * there is nothing to write.
 */
export function desksHeard(agent: Agent, renewAfterMs: number, now: number): AgentOutcome | undefined {
  if (agent.presence === 'offline') return undefined;
  if (agent.heardAt !== undefined && Math.abs(now - agent.heardAt) < renewAfterMs) return undefined;
  if (agent.afterwardsReason !== heartbeatLost) return { agent: { ...agent, heardAt: now }, events: [] };
  // They were silent with a caller on the line, and are back.
  const { afterwards: _gone, afterwardsReason: _too, ...back } = agent;
  return { agent: { ...back, heardAt: now }, events: [] };
}

/**
 * No desk of the agent was heard of for so long: offers go back to the queue and they are offline. A caller they are with stays with
 * them. Undefined where one was.
 */
export function deskSilent(agent: Agent, silentMs: number, now: number): AgentOutcome | undefined {
  const { heardAt, ...unheard } = agent;
  if (heardAt === undefined || now < heardAt + silentMs) return undefined;
  return leaveWork(unheard, 'offline', heartbeatLost, now) ?? { agent: unheard, events: [] };
}
