import type { RoutingConfig } from '@baton/packs';
import { meets } from '@baton/policy';
import { queueOf } from '../domain/handoff/queue-view.js';
import { isSignedIn, type Agent } from '../domain/workforce/agent.js';
import type { SlotKind } from '../domain/workforce/slot.js';
import { primaryTag } from '../domain/words.js';
import { freeAgentOf } from './agent-index.js';
import { requirementsOf } from './requirements.js';

/** Callers who ask the same of an agent. */
export interface LineOf {
  readonly queue: string;
  readonly language: string;
  readonly kind: SlotKind;
}

/** Agents at work who may take the same callers at the same moments. */
interface Class {
  count: number;
  readonly languages: readonly string[];
  readonly slots: Readonly<Record<SlotKind, number>>;
  /** Seconds of waiting from which they may take a caller of each queue, language aside; absent: never. */
  readonly from: ReadonlyMap<string, number>;
}

const freshMs = 1_000;

/** Who is at work for whom, counted as agents come and go. */
export class Staff {
  readonly #classes = new Map<string, Class>();
  readonly #classOf = new Map<string, string>();
  readonly #agents = new Map<string, Agent>();
  readonly #answers = new Map<string, { readonly at: number; readonly value: number }>();
  #routing: RoutingConfig | undefined;

  /** Takes over an agent as they stand. */
  put(agent: Agent): void {
    const { agentId } = agent;
    this.#leave(agentId);
    if (!isSignedIn(agent) || !agent.onShift) {
      this.#agents.delete(agentId);
      return;
    }
    this.#agents.set(agentId, agent);
    if (this.#routing) this.#enter(agent, this.#routing);
  }

  /** Counts by this pack from now on; nothing to do where it is the one before. */
  use(routing: RoutingConfig): void {
    if (routing === this.#routing) return;
    this.#routing = routing;
    this.#classes.clear();
    this.#classOf.clear();
    this.#answers.clear();
    for (const agent of this.#agents.values()) this.#enter(agent, routing);
  }

  /** Places for callers of a line, by the seconds of waiting from which they count; ascending. */
  serving(line: LineOf): { readonly fromSeconds: number; readonly slots: number }[] {
    const places = new Map<number, number>();
    for (const one of this.#classes.values()) {
      const from = this.#from(one, line);
      if (from !== undefined) places.set(from, (places.get(from) ?? 0) + one.count * one.slots[line.kind]);
    }
    return [...places].sort(([a], [b]) => a - b).map(([fromSeconds, slots]) => ({ fromSeconds, slots }));
  }

  /** Agents at work who may take callers of the queue in any language, without waiting. */
  count(queue: string, now: number): number {
    return this.#cached(`count\n${queue}`, now, () => {
      let sum = 0;
      for (const one of this.#classes.values()) if (one.from.get(queue) === 0) sum += one.count;
      return sum;
    });
  }

  /** Share of those who may take callers of `other` who may take those of `line` too, 0..1. */
  overlap(line: LineOf, other: LineOf, now: number): number {
    return this.#cached(`${keyOf(line)}\n${keyOf(other)}`, now, () => {
      let both = 0;
      let all = 0;
      for (const one of this.#classes.values()) {
        if (this.#from(one, other) === undefined) continue;
        all += one.count;
        if (this.#from(one, line) !== undefined) both += one.count;
      }
      return all === 0 ? 0 : both / all;
    });
  }

  #from({ from, languages, slots }: Class, { queue, language, kind }: LineOf): number | undefined {
    const served = slots[kind] === 0 ? undefined : from.get(queue);
    if (served === undefined || languages.includes(language)) return served;
    const { steps } = queueOf(this.#routing!, queue);
    const any = steps.find((step) => step.language === 'any')?.afterSeconds;
    return any === undefined ? undefined : Math.max(served, any);
  }

  #enter(agent: Agent, routing: RoutingConfig): void {
    const from = new Map<string, number>();
    for (const queue of routing.queues) {
      const at = [0, ...queue.steps.map(({ afterSeconds }) => afterSeconds)].find((seconds) => {
        const requirements = { ...requirementsOf(queue, seconds, routing), anyLanguage: true };
        return meets(freeAgentOf(agent), requirements, { skills: [], language: 'en', priority: 'normal' }).ok;
      });
      if (at !== undefined) from.set(queue.name, at);
    }
    const languages = agent.languages.map(primaryTag).sort();
    const { voice, chat } = agent.capacity;
    const key = `${languages.join(' ')}\n${voice} ${chat}\n${[...from].map(([name, at]) => `${name} ${at}`).join('\n')}`;
    const known = this.#classes.get(key);
    if (known) known.count += 1;
    else this.#classes.set(key, { count: 1, languages, slots: { voice, chat }, from });
    this.#classOf.set(agent.agentId, key);
  }

  #leave(agentId: string): void {
    const key = this.#classOf.get(agentId);
    if (key === undefined) return;
    this.#classOf.delete(agentId);
    const known = this.#classes.get(key)!;
    known.count -= 1;
    if (known.count === 0) this.#classes.delete(key);
  }

  #cached(key: string, now: number, work: () => number): number {
    const known = this.#answers.get(key);
    if (known && now - known.at < freshMs && now >= known.at) return known.value;
    const value = work();
    if (this.#answers.size > 10_000) this.#answers.clear();
    this.#answers.set(key, { at: now, value });
    return value;
  }
}

function keyOf({ queue, language, kind }: LineOf): string {
  return `${queue} ${language} ${kind}`;
}
