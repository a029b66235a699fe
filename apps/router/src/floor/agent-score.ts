import type { QueueConfig, RoutingConfig } from '@baton/packs';
import {
  callerValues,
  fieldIndex,
  fillAgent,
  meets,
  pointsBy,
  proficiencyIn,
  score,
  speaks,
  unknownCaller,
  type CompiledQueue,
  type Eligibility,
  type Points,
  type PreferredAgent,
  type Requirements,
  type SignalValue,
} from '@baton/policy';
import { queueOf, type Place } from '../domain/handoff/queue-view.js';
import { occupancy } from '../domain/workforce/agent.js';
import { channelWord, primaryTag } from '../domain/words.js';
import type { FreeAgent } from './agent-index.js';
import { requirementsOf } from './requirements.js';
import { queueRules } from './routing-rules.js';

const overflowField = fieldIndex('agent.overflow');

/** An agent with their points for a caller. */
export interface ScoredAgent {
  readonly agent: FreeAgent;
  readonly score: number;
  readonly proficiency: number;
  readonly speaks: boolean;
  /** Held in advance for another conversation: of two that are alike the other one is taken. */
  readonly heldForAnother: boolean;
}

/** One caller's look at agents: what is asked of them now, and how they are compared. */
export class AgentScore {
  readonly queue: QueueConfig;
  readonly rules: CompiledQueue;
  readonly requirements: Requirements;
  /** The skills that matter: those the caller asks for, else those of the queue. */
  readonly skills: readonly string[];
  /** The row of values; `score` fills in one agent after the other. */
  readonly values: SignalValue[];
  readonly #looksAtOverflow: boolean;

  constructor(
    readonly place: Place,
    readonly routing: RoutingConfig,
    readonly now: number,
    private readonly isHeldForAnother: (agentId: string) => boolean = () => false,
  ) {
    const waitedSeconds = Math.max(0, (now - place.waitingSince) / 1000);
    this.queue = queueOf(routing, place.queue);
    this.rules = queueRules(routing, place.queue);
    this.requirements = requirementsOf(this.queue, waitedSeconds, routing);
    this.skills = place.skills.length > 0 ? place.skills : this.queue.skills;
    this.values = callerValues({ ...callerOf(place), waitedSeconds });
    this.#looksAtOverflow =
      this.requirements.ways.length > 1 &&
      this.rules.prefer.some(
        ({ condition, per }) => per === overflowField || condition?.signals.includes(overflowField),
      );
  }

  fits(agent: FreeAgent): Eligibility {
    return meets(agent, this.requirements, this.place);
  }

  of(agent: FreeAgent): ScoredAgent {
    const as = this.asPreferred(agent);
    fillAgent(this.values, as);
    return {
      agent,
      score: this.rules.prefer.length === 0 ? 0 : score(this.rules.prefer, this.values),
      proficiency: as.proficiency,
      speaks: as.speaks,
      heldForAnother: this.isHeldForAnother(agent.id),
    };
  }

  /** The weights that give this agent points. */
  points(agent: FreeAgent): Points[] {
    fillAgent(this.values, this.asPreferred(agent));
    return pointsBy(this.rules.prefer, this.values);
  }

  asPreferred(agent: FreeAgent): PreferredAgent {
    const { team, site, country } = agent.workplace;
    return {
      proficiency: this.proficiencyOf(agent),
      speaks: speaks(agent, this.place.language),
      language: primaryTag(agent.languages[0] ?? ''),
      team,
      site,
      country,
      idleSeconds: (this.now - agent.idleSince) / 1000,
      occupancy: occupancy(agent, this.now),
      load: agent.load,
      knowsCustomer: this.place.knownAgents?.includes(agent.id) ?? false,
      overflow: this.#looksAtOverflow && this.fits(agent).via !== this.queue.name,
    };
  }

  proficiencyOf(agent: FreeAgent): number {
    if (this.skills.length === 0) return 0;
    return this.skills.reduce((sum, skill) => sum + proficiencyIn(agent, skill), 0) / this.skills.length;
  }
}

/** Negative where `a` is to be asked first: more points, higher proficiency, who speaks the language, fewer conversations, longest idle. */
export function compareScored(a: ScoredAgent, b: ScoredAgent): number {
  return (
    b.score - a.score ||
    b.proficiency - a.proficiency ||
    Number(b.speaks) - Number(a.speaks) ||
    a.agent.load - b.agent.load ||
    Number(a.heldForAnother) - Number(b.heldForAnother) ||
    a.agent.idleSince - b.agent.idleSince ||
    (a.agent.id < b.agent.id ? -1 : a.agent.id > b.agent.id ? 1 : 0)
  );
}

/** The caller of a place, as weights look at them. */
export function callerOf(place: Place) {
  const { queue, language, skills, priority, channel, knownAgents = [], caller = unknownCaller } = place;
  return {
    queue,
    language,
    skills,
    priority,
    channel: channelWord(channel),
    hasKnownAgent: knownAgents.length > 0,
    facts: caller,
    waitedSeconds: 0,
  };
}
