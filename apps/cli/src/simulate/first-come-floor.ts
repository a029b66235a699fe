import type { RoutingConfig } from '@baton/packs';
import type { AgentProfile } from '@baton/policy';
import {
  freeAgentOf,
  isExcluded,
  isFree,
  isSignedIn,
  SortedList,
  type Agent,
  type FloorListener,
  type FreeAgent,
  type Handoff,
  type Place,
  type QueueFacts,
  type RehearsedFloor,
} from '@baton/router';

/** Whether an agent may take a caller at all. */
export type MayTake = (agent: AgentProfile, place: Place) => boolean;

/**
 * A floor that serves whoever came first and asks whoever has been idle longest, among agents and callers a rule lets together. What the
 * pack's routing is compared with: one rule for everyone is first-in-first-out, a rule by queue the classic call distribution.
 */
export class FirstComeFloor implements RehearsedFloor {
  readonly #waiting = new SortedList<Place>(firstCome);
  readonly #places = new Map<string, Place>();
  readonly #free = new SortedList<FreeAgent>(longestIdle);
  readonly #known = new Map<string, FreeAgent>();
  readonly #signedIn = new Map<string, AgentProfile>();
  readonly #taken = new Map<string, number>();
  #listener: FloorListener | undefined;

  constructor(private readonly mayTake: MayTake) {}

  listen(listener: FloorListener): void {
    this.#listener = listener;
  }

  putHandoff(handoff: Handoff): void {
    const { handoffId, tenantId } = handoff;
    const known = this.#places.get(handoffId);
    if (known) this.#waiting.remove(known);
    this.#places.delete(handoffId);
    if (handoff.state !== 'queued') {
      this.#taken.delete(handoffId);
      return;
    }
    this.#places.set(handoffId, handoff);
    this.#waiting.add(handoff);
    this.#listener?.handoffWaits(tenantId, handoffId);
  }

  putAgent(agent: Agent): void {
    this.learnAgent(agent);
    if (isFree(agent)) this.#listener?.agentFree(agent.tenantId, agent.agentId);
  }

  learnAgent(agent: Agent): void {
    const { agentId: id, skills, languages } = agent;
    const known = this.#known.get(id);
    if (known) this.#free.remove(known);
    this.#known.delete(id);
    if (isSignedIn(agent)) this.#signedIn.set(id, { id, skills, languages });
    else this.#signedIn.delete(id);
    if (!isFree(agent)) return;
    const free = freeAgentOf(agent);
    this.#known.set(id, free);
    this.#free.add(free);
  }

  take(handoffId: string, until: number): void {
    this.#taken.set(handoffId, until);
  }

  putBack(handoffId: string): void {
    this.#taken.delete(handoffId);
  }

  waiting(_tenantId: string, handoffId: string): Place | undefined {
    return this.#places.get(handoffId);
  }

  waitingInOrder(_tenantId: string, now: number): Place[] {
    return [...this.#waiting].filter((place) => !this.#isTaken(place, now));
  }

  hasFreeAgents(): boolean {
    return this.#free.size > 0;
  }

  agentFor(place: Place, now: number): { readonly agent: FreeAgent; readonly why: string } | undefined {
    if (!place.queueOpen || this.#isTaken(place, now)) return undefined;
    for (const agent of this.#free) {
      if (this.mayTake(agent, place) && !isExcluded(place, agent, now)) {
        return { agent, why: 'Idle longest.' };
      }
    }
    return undefined;
  }

  placeFor(_tenantId: string, agentId: string, now: number): Place | undefined {
    const agent = this.#known.get(agentId);
    if (!agent) return undefined;
    for (const place of this.#waiting) {
      const fits = place.queueOpen && this.mayTake(agent, place) && !isExcluded(place, agent, now);
      if (fits && !this.#isTaken(place, now)) return place;
    }
    return undefined;
  }

  measure(place: Place, now: number): QueueFacts {
    return {
      position: this.#waiting.countBefore(place) + 1,
      serving: this.#signedIn.size,
      agentFree: this.agentFor(place, now) !== undefined,
    };
  }

  #isTaken({ handoffId }: Place, now: number): boolean {
    return (this.#taken.get(handoffId) ?? 0) > now;
  }
}

/** One line for everyone: skill, language and priority count for nothing. */
export function firstInFirstOut(): MayTake {
  return () => true;
}

/** A line a queue: an agent serves the queues whose skills they have, whatever language they speak, and no step ever relaxes that. */
export function byQueue(routing: RoutingConfig): MayTake {
  const queues = new Map(routing.queues.map((queue) => [queue.name, queue]));
  return (agent, place) => {
    const { skills, minProficiency = 1 } = queues.get(place.queue)!;
    return skills.every((skill) => (agent.skills[skill] ?? 0) >= minProficiency);
  };
}

function firstCome(a: Place, b: Place): number {
  return (
    a.waitingSince - b.waitingSince || (a.handoffId < b.handoffId ? -1 : a.handoffId > b.handoffId ? 1 : 0)
  );
}

function longestIdle(a: FreeAgent, b: FreeAgent): number {
  return a.idleSince - b.idleSince || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
