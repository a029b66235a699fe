import { isOpen } from '@baton/policy';
import type { Agent, AgentOutcome } from './agent.js';
import { leaveWork } from './presence.js';

/** Why an agent went offline whose shift ended. */
export const shiftOver = 'shift-over';

/**
 * Brings the agent in line with their shift. When it ends they go offline; a caller they are with is finished first, and then nobody
 * else is offered. When it begins they are offered callers again if they said they are available. Undefined where nothing changes.
 */
export function keepShift(agent: Agent, now: number): AgentOutcome | undefined {
  const onShift = agent.shift === undefined || isOpen(agent.shift, now);
  if (onShift === agent.onShift) return undefined;
  const changed: Agent = { ...agent, onShift, idleSince: onShift ? now : agent.idleSince };
  if (onShift || agent.presence === 'offline') return { agent: changed, events: [] };
  return leaveWork(changed, 'offline', shiftOver, now) ?? { agent: changed, events: [] };
}
