import { kindOf, type Handoff } from '../domain/handoff/handoff.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { slotOf } from '../domain/workforce/slot.js';

/** Asks the agent a handoff is meant for to be held; whether they are, also from before. */
export function holdTarget(
  handoff: Handoff,
  target: string,
  now: number,
  onAgent: (agentId: string, decide: (agent: Agent) => AgentOutcome | undefined) => void,
): boolean {
  const { handoffId, conversationId } = handoff;
  const evenAway = kindOf(handoff) === 'takeover';
  let held = false;
  onAgent(target, (agent) => {
    const outcome = reserve(agent, { handoffId, conversationId, ttlMs: 25_000, why: '', evenAway }, now);
    held = outcome !== undefined || slotOf(agent, handoffId) !== undefined;
    return outcome;
  });
  return held;
}
