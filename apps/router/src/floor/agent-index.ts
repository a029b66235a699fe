import type { AgentProfile } from '@baton/policy';
import { SortedList } from './sorted-list.js';

/** An agent as matching sees them. */
export interface FreeAgent extends AgentProfile {
  /** When they last became free, ms. */
  readonly idleSince: number;
}

/** The free agents of one tenant, by skill and proficiency, longest idle first. */
export class AgentIndex {
  readonly #all = new SortedList<FreeAgent>(longestIdleFirst);
  readonly #bySkill = new Map<string, readonly SortedList<FreeAgent>[]>();
  readonly #known = new Map<string, FreeAgent>();

  get size(): number {
    return this.#known.size;
  }

  put(agent: FreeAgent): void {
    this.remove(agent.id);
    this.#known.set(agent.id, agent);
    this.#all.add(agent);
    for (const [skill, level] of Object.entries(agent.skills)) this.#levelsOf(skill)[level]?.add(agent);
  }

  remove(agentId: string): void {
    const agent = this.#known.get(agentId);
    if (!agent) return;
    this.#known.delete(agentId);
    this.#all.remove(agent);
    for (const [skill, level] of Object.entries(agent.skills)) this.#levelsOf(skill)[level]?.remove(agent);
  }

  all(): Iterable<FreeAgent> {
    return this.#all;
  }

  /** Agents with exactly this proficiency. */
  at(skill: string, proficiency: number): Iterable<FreeAgent> {
    return this.#bySkill.get(skill)?.[proficiency] ?? [];
  }

  /** Agents with this skill, best first. */
  *withSkill(skill: string): Iterable<FreeAgent> {
    for (let level = 5; level >= 1; level -= 1) yield* this.at(skill, level);
  }

  #levelsOf(skill: string): readonly SortedList<FreeAgent>[] {
    const known = this.#bySkill.get(skill);
    if (known) return known;
    const levels = Array.from({ length: 6 }, () => new SortedList<FreeAgent>(longestIdleFirst));
    this.#bySkill.set(skill, levels);
    return levels;
  }
}

function longestIdleFirst(a: FreeAgent, b: FreeAgent): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
