import type { AgentProfile } from '@baton/policy';
import type { Agent, Workplace, Worked } from '../domain/workforce/agent.js';
import { primaryTag } from '../domain/words.js';
import { bothFacets, facetKey, type Facets } from './facets.js';
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
  /** Their proficiency in the skill the group is of, 1..5; 0 in the groups of everybody. */
  readonly proficiency: number;
  /** Their proficiency in the second skill, where they were asked for by two; 0 where they lack it. */
  readonly second: number;
  /** One of them, for what they share. */
  readonly sample: FreeAgent;
  readonly agents: SortedList<FreeAgent>;
}

type Groups = Map<string, AgentGroup>;

/** Pairs of skills kept in groups of their own; callers who ask for more different ones have agents compared one by one. */
const mostPairs = 200;

/** The agents of one tenant who can take one more, by skill, proficiency and what else weights look at. */
export class AgentIndex {
  /** By skill; '' is everybody. */
  readonly #bySkill = new Map<string, Groups>();
  /** By skill and second skill, for those that were asked for. */
  readonly #byPair = new Map<string, Map<string, Groups>>();
  readonly #known = new Map<string, FreeAgent>();
  #pairs = 0;
  #facets: Facets = {};

  get size(): number {
    return this.#known.size;
  }

  get(agentId: string): FreeAgent | undefined {
    return this.#known.get(agentId);
  }

  /** Tells agents apart by these as well from now on. */
  tellApartBy(facets: Facets): void {
    this.#facets = bothFacets(this.#facets, facets);
    this.#bySkill.clear();
    this.#byPair.clear();
    this.#pairs = 0;
    for (const agent of this.#known.values()) this.#enter(agent);
  }

  put(agent: FreeAgent): void {
    this.remove(agent.id);
    this.#known.set(agent.id, agent);
    this.#enter(agent);
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
    return this.#bySkill.get(skill)?.values() ?? [];
  }

  /** The same, told apart by a second skill as well; undefined where too many pairs are asked for. */
  groupsOfPair(skill: string, second: string): Iterable<AgentGroup> | undefined {
    const known = this.#byPair.get(skill)?.get(second);
    if (known) return known.values();
    if (this.#pairs >= mostPairs) return undefined;
    this.#pairs += 1;
    const groups: Groups = new Map();
    const seconds = this.#byPair.get(skill) ?? new Map<string, Groups>();
    this.#byPair.set(skill, seconds.set(second, groups));
    for (const { agents } of [...this.groupsOf(skill)]) {
      for (const agent of agents) add(groups, this.#pairKey(agent, skill, second), agent, skill, second);
    }
    return groups.values();
  }

  /** The best proficiency in a skill of anybody here, 0..5. */
  bestIn(skill: string): number {
    let best = 0;
    for (const { proficiency } of this.groupsOf(skill)) best = Math.max(best, proficiency);
    return best;
  }

  #enter(agent: FreeAgent): void {
    this.#eachGroup(agent, (groups, key, skill, second) => add(groups, key, agent, skill, second));
  }

  #eachGroup(
    agent: FreeAgent,
    visit: (groups: Groups, key: string, skill: string, second: string) => void,
  ): void {
    const shared = this.#sharedBy(agent);
    for (const skill of [...Object.keys(agent.skills), '']) {
      let groups = this.#bySkill.get(skill);
      if (!groups) this.#bySkill.set(skill, (groups = new Map<string, AgentGroup>()));
      visit(groups, `${agent.skills[skill] ?? 0}\n${shared}`, skill, '');
      for (const [second, pairs] of this.#byPair.get(skill) ?? []) {
        visit(pairs, this.#pairKey(agent, skill, second), skill, second);
      }
    }
  }

  #pairKey(agent: FreeAgent, skill: string, second: string): string {
    return `${agent.skills[skill] ?? 0} ${agent.skills[second] ?? 0}\n${this.#sharedBy(agent)}`;
  }

  #sharedBy({ languages, load, workplace }: FreeAgent): string {
    return `${languages.map(primaryTag).join(' ')}\n${load}\n${facetKey(workplace, this.#facets)}`;
  }
}

/** An agent as matching sees them. */
export function freeAgentOf(agent: Agent): FreeAgent {
  const { agentId: id, skills, languages, idleSince, workplace, worked, slots } = agent;
  return { id, skills, languages, idleSince, workplace, worked, load: slots.length };
}

function add(groups: Groups, key: string, agent: FreeAgent, skill: string, second: string): void {
  let group = groups.get(key);
  if (!group) {
    group = {
      proficiency: agent.skills[skill] ?? 0,
      second: agent.skills[second] ?? 0,
      sample: agent,
      agents: new SortedList(longestIdleFirst),
    };
    groups.set(key, group);
  }
  group.agents.add(agent);
}

function longestIdleFirst(a: FreeAgent, b: FreeAgent): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
