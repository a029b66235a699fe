import { proficiencyIn, speaks } from './eligible.js';
import type { AgentProfile, HandoffNeed, QueuePolicy } from './routing-policy.js';

/** An eligible agent as ranking sees them. */
export interface Candidate {
  readonly agentId: string;
  /** Mean proficiency 0..5 in the skills that matter. */
  readonly proficiency: number;
  /** Whether the agent speaks the handoff's language. */
  readonly languageFit: boolean;
  /** When the agent last became free, in milliseconds since the epoch. */
  readonly idleSince: number;
}

/** The candidate an agent makes for a handoff: judged by the skills it asks for, else by those of the queue. */
export function candidateOf(
  agent: AgentProfile & { readonly idleSince: number },
  queue: QueuePolicy,
  need: HandoffNeed,
): Candidate {
  const skills = need.skills.length > 0 ? need.skills : queue.skills;
  const total = skills.reduce((sum, skill) => sum + proficiencyIn(agent, skill), 0);
  return {
    agentId: agent.id,
    proficiency: skills.length === 0 ? 0 : total / skills.length,
    languageFit: speaks(agent, need.language),
    idleSince: agent.idleSince,
  };
}

/**
 * Best first: highest proficiency, then who speaks the language, then longest idle, then lowest id. The same
 * candidates in any order give the same ranking. The input is left as it is.
 */
export function rank<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort(compareCandidates);
}

/** Negative where `a` is to be asked before `b`. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.proficiency - a.proficiency ||
    Number(b.languageFit) - Number(a.languageFit) ||
    a.idleSince - b.idleSince ||
    (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : 0)
  );
}
