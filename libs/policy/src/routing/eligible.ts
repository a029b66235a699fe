import { queueNamed } from './choose-queue.js';
import type { AgentProfile, HandoffNeed, QueuePolicy, RoutingPolicy } from './routing-policy.js';

/** What an agent must bring at one moment of a wait. */
export interface Requirements {
  readonly anyLanguage: boolean;
  /** The queue itself, then those it overflows to by now; qualifying for one is enough. */
  readonly ways: readonly {
    readonly queue: string;
    readonly skills: readonly string[];
    readonly minProficiency: number;
  }[];
}

/** Whether an agent may be offered a handoff. */
export interface Eligibility {
  readonly ok: boolean;
  /** The queue whose requirements the agent meets, where ok. */
  readonly via?: string;
  /** One sentence: what qualifies them, or what they lack. */
  readonly why: string;
}

/** What is asked of agents after `waitedSeconds`: every step reached by then counts, later ones over earlier ones. */
export function requirementsAt(
  queue: QueuePolicy,
  waitedSeconds: number,
  routing?: RoutingPolicy,
): Requirements {
  const reached = [...(queue.steps ?? [])]
    .sort((a, b) => a.afterSeconds - b.afterSeconds)
    .filter((step) => waitedSeconds >= step.afterSeconds);
  const lowered = reached.findLast((step) => step.minProficiency !== undefined)?.minProficiency;
  const overflows = routing === undefined ? [] : reached.flatMap((step) => step.overflow ?? []);
  const queues = [
    queue,
    ...overflows.filter((name) => name !== queue.name).map((name) => queueNamed(routing!, name)),
  ];
  return {
    anyLanguage: reached.some((step) => step.language === 'any'),
    ways: [...new Set(queues)].map((way) => ({
      queue: way.name,
      skills: way.skills,
      minProficiency: (way === queue ? lowered : undefined) ?? way.minProficiency ?? 1,
    })),
  };
}

/** Seconds of waiting at which the next step is reached, so that nothing needs to be looked at before; none after the last. */
export function nextStepAt(queue: QueuePolicy, waitedSeconds: number): number | undefined {
  const later = (queue.steps ?? []).map((step) => step.afterSeconds).filter((after) => after > waitedSeconds);
  return later.length === 0 ? undefined : Math.min(...later);
}

/**
 * Whether the agent may take the handoff from this queue after the caller waited so long. Presence and load are the
 * caller's to check. Overflow queues are looked up in `routing`; without it, overflow steps are not taken.
 */
export function eligible(
  agent: AgentProfile,
  queue: QueuePolicy,
  need: HandoffNeed,
  waitedSeconds: number,
  routing?: RoutingPolicy,
): Eligibility {
  return meets(agent, requirementsAt(queue, waitedSeconds, routing), need);
}

/** `eligible` for requirements that were worked out before: the form to use for many agents. */
export function meets(agent: AgentProfile, requirements: Requirements, need: HandoffNeed): Eligibility {
  if (!requirements.anyLanguage && !speaks(agent, need.language)) {
    return { ok: false, why: `Does not speak ${need.language}.` };
  }
  let lack = '';
  for (const { queue, skills, minProficiency } of requirements.ways) {
    const missing = skills.find((skill) => proficiencyIn(agent, skill) < minProficiency);
    if (missing === undefined) return { ok: true, via: queue, why: `Has what ${queue} asks for.` };
    lack ||= `Lacks ${missing} at proficiency ${minProficiency}.`;
  }
  return { ok: false, why: lack };
}

/** Whether one of the agent's languages has the same primary tag. */
export function speaks(agent: AgentProfile, language: string): boolean {
  const wanted = primaryTag(language);
  return agent.languages.some((spoken) => primaryTag(spoken) === wanted);
}

/** 1..5, or 0 where the agent does not have the skill. */
export function proficiencyIn(agent: AgentProfile, skill: string): number {
  return Object.hasOwn(agent.skills, skill) ? agent.skills[skill]! : 0;
}

function primaryTag(language: string): string {
  const dash = language.indexOf('-');
  return (dash < 0 ? language : language.slice(0, dash)).toLowerCase();
}
