import type { QueueConfig, RoutingConfig } from '@baton/packs';
import {
  candidateOf,
  compareCandidates,
  meets,
  speaks,
  type Candidate,
  type Requirements,
} from '@baton/policy';
import { queueOf, type Place } from '../domain/handoff/queue-view.js';
import type { AgentIndex, FreeAgent } from './agent-index.js';
import { requirementsOf } from './requirements.js';

/** An agent for a caller, and why. */
export interface FoundAgent {
  readonly agent: FreeAgent;
  /** One sentence for the record. */
  readonly why: string;
}

/**
 * The best free agent for this place now: highest proficiency, then who speaks the language, then longest idle. Where one skill
 * decides, which is the rule, agents are looked at from the best down and the first that fits is taken.
 */
export function findAgent(
  place: Place,
  agents: AgentIndex,
  routing: RoutingConfig,
  now: number,
): FoundAgent | undefined {
  if (!place.queueOpen || agents.size === 0) return undefined;
  const queue = queueOf(routing, place.queue);
  const requirements = requirementsOf(queue, (now - place.waitingSince) / 1000, routing);
  const fits = (agent: FreeAgent) => meets(agent, requirements, place).ok && !isExcluded(place, agent, now);
  const skills = place.skills.length > 0 ? place.skills : queue.skills;
  const found =
    skills.length === 1
      ? (bestInSkill(skills[0]!, place, agents, fits) ??
        bestOf(candidates(agents, requirements), queue, place, fits))
      : bestOf(candidates(agents, requirements), queue, place, fits);
  return found && { agent: found, why: why(found, place, queue, requirements, agents.size) };
}

/** Whether the agent said no, or nothing, to this caller a moment ago and has not become free anew since. */
export function isExcluded(
  { excluded }: Place,
  agent: Pick<FreeAgent, 'id' | 'idleSince'>,
  now: number,
): boolean {
  return excluded.some(
    ({ agentId, from, until }) => agentId === agent.id && until > now && agent.idleSince <= from,
  );
}

function bestInSkill(
  skill: string,
  place: Place,
  agents: AgentIndex,
  fits: (agent: FreeAgent) => boolean,
): FreeAgent | undefined {
  for (let proficiency = 5; proficiency >= 1; proficiency -= 1) {
    let withoutLanguage: FreeAgent | undefined;
    for (const agent of agents.at(skill, proficiency)) {
      if (!fits(agent)) continue;
      if (speaks(agent, place.language)) return agent;
      withoutLanguage ??= agent;
    }
    if (withoutLanguage) return withoutLanguage;
  }
  return undefined;
}

function bestOf(
  pool: Iterable<FreeAgent>,
  queue: QueueConfig,
  place: Place,
  fits: (agent: FreeAgent) => boolean,
): FreeAgent | undefined {
  let best: { readonly agent: FreeAgent; readonly candidate: Candidate } | undefined;
  for (const agent of pool) {
    if (!fits(agent)) continue;
    const candidate = candidateOf(agent, queue, place);
    if (!best || compareCandidates(candidate, best.candidate) < 0) best = { agent, candidate };
  }
  return best?.agent;
}

/** Those who have a skill that some way in asks for; everyone, where a way asks for none. */
function* candidates(agents: AgentIndex, { ways }: Requirements): Iterable<FreeAgent> {
  const keys = ways.map(({ skills }) => skills[0]);
  if (keys.includes(undefined)) yield* agents.all();
  else for (const skill of new Set(keys)) yield* agents.withSkill(skill!);
}

function why(
  agent: FreeAgent,
  place: Place,
  queue: QueueConfig,
  requirements: Requirements,
  free: number,
): string {
  const { via = queue.name } = meets(agent, requirements, place);
  const skills = place.skills.length > 0 ? place.skills : queue.skills;
  const levels =
    skills.map((skill) => `${skill} ${agent.skills[skill] ?? 0}`).join(', ') || 'no skill asked for';
  const language = speaks(agent, place.language)
    ? `speaks ${place.language}`
    : `does not speak ${place.language}`;
  return `Serves ${via} (${levels}), ${language}; best of ${free} free.`;
}
