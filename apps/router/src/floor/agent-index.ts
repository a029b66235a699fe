import type { AgentProfile } from '@baton/policy';
import type { Agent, Workplace, Worked } from '../domain/workforce/agent.js';
import { primaryTag } from '../domain/words.js';
import { SortedList } from './sorted-list.js';

/** An agent as matching sees them. */
export interface FreeAgent extends AgentProfile {
  /** When they last became free, ms. */
  readonly idleSince: number;
  readonly workplace: Workplace;
  readonly worked: Worked;
  /** Conversations they are in or held for. */
  readonly load: number;
}

/** Agents who are alike in everything weights look at but for how long they are idle and how busy they were; longest idle first. */
export interface AgentGroup {
  /** Whose skill this group is of; '' for the groups of everybody. */
  readonly skill: string;
  /** Of all of them, 1..5; 0 in the groups of everybody. */
  readonly proficiency: number;
  /** One of them, for what they share. */
  readonly sample: FreeAgent;
  readonly agents: SortedList<FreeAgent>;
}

/** What agents are told apart by, where a pack looks at it. */
export type Facet = 'team' | 'site' | 'country';

/** The agents of one tenant who can take one more, by skill, proficiency and what else weights look at. */
export class AgentIndex {
  readonly #groups = new Map<string, Map<string, AgentGroup>>();
  readonly #known = new Map<string, FreeAgent>();
  #facets: readonly Facet[] = [];

  get size(): number {
    return this.#known.size;
  }

  get(agentId: string): FreeAgent | undefined {
    return this.#known.get(agentId);
  }

  /** Tells agents apart by these as well from now on. */
  tellApartBy(facets: readonly Facet[]): void {
    if (facets.every((facet) => this.#facets.includes(facet))) return;
    this.#facets = [...new Set([...this.#facets, ...facets])];
    const all = [...this.#known.values()];
    this.#groups.clear();
    for (const agent of all) this.#eachGroup(agent, (groups, key, make) => add(groups, key, make, agent));
  }

  put(agent: FreeAgent): void {
    this.remove(agent.id);
    this.#known.set(agent.id, agent);
    this.#eachGroup(agent, (groups, key, make) => add(groups, key, make, agent));
  }

  remove(agentId: string): void {
    const agent = this.#known.get(agentId);
    if (!agent) return;
    this.#known.delete(agentId);
    this.#eachGroup(agent, (groups, key) => {
      const group = groups.get(key);
      group?.agents.remove(agent);
      if (group?.agents.size === 0) groups.delete(key);
    });
  }

  all(): Iterable<FreeAgent> {
    return this.#known.values();
  }

  /** The groups of those with a skill; of everybody, where it is ''. */
  groupsOf(skill: string): Iterable<AgentGroup> {
    return this.#groups.get(skill)?.values() ?? [];
  }

  /** The best proficiency in a skill of anybody here, 0..5. */
  bestIn(skill: string): number {
    let best = 0;
    for (const { proficiency } of this.groupsOf(skill)) best = Math.max(best, proficiency);
    return best;
  }

  #eachGroup(
    agent: FreeAgent,
    visit: (groups: Map<string, AgentGroup>, key: string, make: () => AgentGroup) => void,
  ): void {
    const shared = this.#sharedBy(agent);
    for (const [skill, proficiency] of [...Object.entries(agent.skills), ['', 0] as const]) {
      let groups = this.#groups.get(skill);
      if (!groups) this.#groups.set(skill, (groups = new Map<string, AgentGroup>()));
      visit(groups, `${proficiency}\n${shared}`, () => ({
        skill,
        proficiency,
        sample: agent,
        agents: new SortedList(longestIdleFirst),
      }));
    }
  }

  #sharedBy({ languages, load, workplace }: FreeAgent): string {
    const facets = this.#facets.map((facet) => workplace[facet]).join('\n');
    return `${languages.map(primaryTag).join(' ')}\n${load}\n${facets}`;
  }
}

/** An agent as matching sees them. */
export function freeAgentOf(agent: Agent): FreeAgent {
  const { agentId: id, skills, languages, idleSince, workplace, worked, slots } = agent;
  return { id, skills, languages, idleSince, workplace, worked, load: slots.length };
}

function add(groups: Map<string, AgentGroup>, key: string, make: () => AgentGroup, agent: FreeAgent): void {
  let group = groups.get(key);
  if (!group) groups.set(key, (group = make()));
  group.agents.add(agent);
}

function longestIdleFirst(a: FreeAgent, b: FreeAgent): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
