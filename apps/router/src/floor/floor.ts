import type { MatchExplanation } from '@baton/contracts';
import type { RoutingConfig } from '@baton/packs';
import { headStart } from '@baton/policy';
import type { Handoff } from '../domain/handoff/handoff.js';
import { queueOf, type Place, type QueueFacts } from '../domain/handoff/queue-view.js';
import { canTake, handoffIn, type Agent } from '../domain/workforce/agent.js';
import { slotKindOf, type SlotKind } from '../domain/workforce/slot.js';
import { freeAgentOf, type FreeAgent } from './agent-index.js';
import { AgentScore, callerOf } from './agent-score.js';
import { estimateSeconds } from './estimate.js';
import { facetsIn } from './facets.js';
import { explainMatch, whyTaken, type MatchFacts } from './explain-match.js';
import { findAgent, findHeld } from './find-agent.js';
import { findPlace } from './find-place.js';
import type { HandleTime } from './handle-times.js';
import type { Holds } from './holds.js';
import { News } from './news.js';
import { queuePull, queueRules } from './routing-rules.js';
import { emptyFloor, type TenantFloor } from './tenant-floor.js';
import { waiting, type Ranking, type Waiting } from './waiting-line.js';

/** Where a pack's routing is found. */
export type RoutingOf = (tenantId: string, packSha256: string) => RoutingConfig;

/** An agent for a caller. */
export interface FoundAgent {
  readonly agent: FreeAgent;
  /** One sentence for the record. */
  readonly why: string;
  readonly explanation: MatchExplanation;
}

/** Somebody is held for a handoff; who, once that is saved. */
interface Hold {
  /** Milliseconds since the Unix epoch. */
  readonly until: number;
  readonly agentId?: string;
  readonly token?: number;
}

/** Is told who waits for an agent, and which agent is free. */
export interface FloorListener {
  handoffWaits(tenantId: string, handoffId: string): void;
  agentFree(tenantId: string, agentId: string): void;
}

const kinds: readonly SlotKind[] = ['voice', 'chat'];

/**
 * Who waits and who could take them, in memory, so that a match never asks the store. A view of documents: it may be a moment
 * behind, which costs a failed reservation and never a wrong one.
 */
export class Floor {
  readonly #routingOf: RoutingOf;
  readonly #tenants = new Map<string, TenantFloor>();
  readonly #news = new News();
  /** Handoffs an agent is held for already. */
  readonly #taken = new Map<string, Hold>();
  readonly #lookedAt = new WeakSet<RoutingConfig>();
  #listener: FloorListener | undefined;

  constructor(routingOf: RoutingOf) {
    this.#routingOf = routingOf;
  }

  tenants(): string[] {
    return [...this.#tenants.keys()];
  }

  /** Says from now on who is to be looked for. */
  listen(listener: FloorListener): void {
    this.#listener = listener;
  }

  /** Takes over a handoff that has just been saved. */
  putHandoff(handoff: Handoff): void {
    this.learnHandoff(handoff);
    if (handoff.state === 'queued') this.#listener?.handoffWaits(handoff.tenantId, handoff.handoffId);
  }

  /** Takes over an agent who has just been saved. */
  putAgent(agent: Agent): void {
    this.learnAgent(agent);
    if (kinds.some((kind) => canTake(agent, kind))) this.#listener?.agentFree(agent.tenantId, agent.agentId);
  }

  /** Takes over a handoff as it stands, unless a newer state is known. */
  learnHandoff(handoff: Handoff): void {
    const { tenantId, handoffId } = handoff;
    if (!this.#news.take(handoffId, handoff.revision, !handoff.open)) return;
    const tenant = this.#tenant(tenantId);
    // Who is meant for one agent waits for nobody else.
    if (handoff.state === 'queued' && handoff.target === undefined) {
      tenant.line.put(handoff, this.#ranking(handoff));
      return;
    }
    if (handoff.agent) tenant.toldWaits.served(handoffId, (handoff.since - handoff.waitingSince) / 1000);
    else tenant.toldWaits.forget(handoffId);
    tenant.line.remove(handoffId);
    this.#taken.delete(handoffId);
    tenant.holds.drop(handoff.conversationId);
  }

  /** Takes over an agent as they stand, unless a newer state is known. */
  learnAgent(agent: Agent): void {
    const { tenantId, agentId } = agent;
    if (!this.#news.take(`${tenantId}/${agentId}`, agent.revision, false)) return;
    const tenant = this.#tenant(tenantId);
    tenant.agents.set(agentId, agent);
    tenant.staff.put(agent);
    for (const kind of kinds) {
      if (canTake(agent, kind)) tenant.free[kind].put(freeAgentOf(agent));
      else tenant.free[kind].remove(agentId);
    }
    for (const slot of agent.slots) {
      if (slot.kind !== 'reserved') continue;
      this.#taken.set(slot.handoffId, { until: slot.expiresAt, agentId, token: slot.token });
    }
  }

  /** Takes over how long calls of a queue were measured to take. */
  learnHandleTime(tenantId: string, queue: string, time: HandleTime): void {
    this.#tenant(tenantId).handleTimes.set(queue, time);
  }

  /** An agent is held for this handoff: nobody else is looked for until then, or until it is put back. */
  take(handoffId: string, until: number): void {
    this.#taken.set(handoffId, { until });
  }

  /** The hold came to nothing. */
  putBack(handoffId: string): void {
    this.#taken.delete(handoffId);
  }

  waiting(tenantId: string, handoffId: string): Place | undefined {
    return this.#tenant(tenantId).line.get(handoffId)?.place;
  }

  /** Everyone who waits for somebody to be found, in the order they are to be served. */
  waitingInOrder(tenantId: string, now: number): Place[] {
    const { line } = this.#tenant(tenantId);
    line.advance(now);
    return line.inOrder().filter((place) => !this.#isTaken(place, now));
  }

  hasFreeAgents(tenantId: string): boolean {
    const { free } = this.#tenant(tenantId);
    return kinds.some((kind) => free[kind].size > 0);
  }

  /** The agent to ask for this place, if somebody fits. */
  agentFor(place: Place, now: number): FoundAgent | undefined {
    if (this.#isTaken(place, now)) return undefined;
    const facts = this.#match(place, now);
    return facts && { agent: facts.taken.agent, why: whyTaken(facts), explanation: explainMatch(facts) };
  }

  /** The place this agent is to be offered, if they can take somebody and somebody waits whom they may take. */
  placeFor(tenantId: string, agentId: string, now: number): Place | undefined {
    const { agents, line } = this.#tenant(tenantId);
    const agent = agents.get(agentId);
    if (!agent || line.size === 0) return undefined;
    const takes = { voice: canTake(agent, 'voice'), chat: canTake(agent, 'chat') };
    if (!takes.voice && !takes.chat) return undefined;
    line.advance(now);
    return findPlace(line, {
      agent: freeAgentOf(agent),
      now,
      canTake: (kind) => takes[kind],
      routingOf: (place) => this.#routing(place),
      isTaken: (place) => this.#isTaken(place, now),
    });
  }

  /** How the queue looks from a place. */
  measure(place: Place, now: number): QueueFacts {
    const tenant = this.#tenant(place.tenantId);
    const routing = this.#routing(place);
    tenant.line.advance(now);
    tenant.staff.use(routing);
    const who = this.#waiting(tenant, place);
    const agentFree = this.#find(tenant, place, now) !== undefined;
    const seconds = estimateSeconds(who, {
      line: tenant.line,
      staff: tenant.staff,
      routing,
      now,
      handleTime: (queue) => tenant.handleTimes.get(queue),
    });
    if (seconds !== undefined && !agentFree && tenant.line.get(place.handoffId))
      tenant.toldWaits.tell(place.handoffId, place.queue, seconds);
    return {
      position: tenant.line.positionOf(who),
      serving: tenant.staff.count(queueOf(routing, place.queue).name, now),
      // Whoever waits before and could take the same agent would have been given them already.
      agentFree,
      ...(seconds === undefined
        ? {}
        : { expectedWaitSeconds: seconds * tenant.toldWaits.correction(place.queue) }),
    };
  }

  agentsOf(tenantId: string): Agent[] {
    return [...this.#tenant(tenantId).agents.values()];
  }

  /** Agents a slot of whom names a handoff: what a check against the handoffs looks at. */
  agentsWithWork(tenantId: string): Agent[] {
    return this.agentsOf(tenantId).filter((agent) => handoffIn(agent) !== '');
  }

  /** Who is held in advance in this tenant. */
  holds(tenantId: string): Holds {
    return this.#tenant(tenantId).holds;
  }

  /** The free agent who would be asked for a conversation if it came to the queue now. */
  bestFor(place: Place, now: number): string | undefined {
    return this.#find(this.#tenant(place.tenantId), place, now)?.taken.agent.id;
  }

  #match(place: Place, now: number): MatchFacts | undefined {
    const tenant = this.#tenant(place.tenantId);
    tenant.line.advance(now);
    const found = this.#find(tenant, place, now);
    if (!found) return undefined;
    return {
      ...found,
      waiting: this.#waiting(tenant, place),
      index: tenant.free[slotKindOf(place.channel)],
      agent: (agentId) => tenant.agents.get(agentId),
    };
  }

  #find(
    tenant: TenantFloor,
    place: Place,
    now: number,
  ): Pick<MatchFacts, 'scoring' | 'taken' | 'heldInAdvance'> | undefined {
    const { holds, free } = tenant;
    const { conversationId } = place;
    const scoring = new AgentScore(
      place,
      this.#routing(place),
      now,
      (agentId) => holds.size > 0 && holds.forAnother(agentId, conversationId, now) !== undefined,
    );
    const index = free[slotKindOf(place.channel)];
    const hold = holds.of(conversationId, now);
    const own = hold?.queue === place.queue && findHeld(scoring, index, hold.agentId);
    if (own) return { scoring, taken: own, heldInAdvance: true };
    const singles = [...(place.knownAgents ?? []), ...(holds.size > 0 ? holds.agents() : [])];
    const taken = findAgent(scoring, index, singles);
    return taken && { scoring, taken, heldInAdvance: false };
  }

  #waiting(tenant: TenantFloor, place: Place): Waiting {
    return tenant.line.get(place.handoffId) ?? waiting(place, this.#ranking(place), false);
  }

  #ranking(place: Place): Ranking {
    const routing = this.#routing(place);
    const pull = queuePull(routing, place.queue);
    const { seconds } = headStart(queueRules(routing, place.queue), callerOf(place));
    return { headStartSeconds: seconds, ...(pull ? { pull } : {}) };
  }

  /** Whoever said no to a caller, or nothing, is held until they hear of it; the caller need not wait for that. */
  #isTaken({ handoffId, excluded }: Place, now: number): boolean {
    const hold = this.#taken.get(handoffId);
    if (hold === undefined || hold.until <= now) return false;
    return !excluded.some(
      ({ agentId, token }) => agentId === hold.agentId && hold.token !== undefined && token >= hold.token,
    );
  }

  #routing({ tenantId, packSha256 }: Pick<Place, 'tenantId' | 'packSha256'>): RoutingConfig {
    const routing = this.#routingOf(tenantId, packSha256);
    if (this.#lookedAt.has(routing)) return routing;
    this.#lookedAt.add(routing);
    const { free } = this.#tenant(tenantId);
    const used = facetsIn(routing);
    for (const kind of kinds) free[kind].tellApartBy(used);
    return routing;
  }

  #tenant(tenantId: string): TenantFloor {
    let known = this.#tenants.get(tenantId);
    if (!known) this.#tenants.set(tenantId, (known = emptyFloor()));
    return known;
  }
}
