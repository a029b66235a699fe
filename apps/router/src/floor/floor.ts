import type { RoutingConfig } from '@baton/packs';
import { meets } from '@baton/policy';
import type { Handoff } from '../domain/handoff/handoff.js';
import { queueOf, type Place, type QueueFacts } from '../domain/handoff/queue-view.js';
import { handoffIn, isFree, isSignedIn, type Agent } from '../domain/workforce/agent.js';
import { AgentIndex, type FreeAgent } from './agent-index.js';
import { findAgent, type FoundAgent } from './find-agent.js';
import { findPlace } from './find-place.js';
import { requirementsOf } from './requirements.js';
import { WaitingLine } from './waiting-line.js';

/** Where a pack's routing is found. */
export type RoutingOf = (tenantId: string, packSha256: string) => RoutingConfig;

/** One tenant's part of the floor. */
interface TenantFloor {
  readonly line: WaitingLine;
  readonly free: AgentIndex;
  readonly agents: Map<string, Agent>;
  readonly serving: Map<string, { readonly count: number; readonly at: number }>;
}

/** Is told who waits for an agent, and which agent is free. */
export interface FloorListener {
  handoffWaits(tenantId: string, handoffId: string): void;
  agentFree(tenantId: string, agentId: string): void;
}

const servingFreshMs = 1_000;
const overRemembered = 10_000;

/**
 * Who waits and who could take them, in memory, so that a match never asks the store. A view of documents: it may be a moment
 * behind, which costs a failed reservation and never a wrong one.
 */
export class Floor {
  readonly #routingOf: RoutingOf;
  readonly #tenants = new Map<string, TenantFloor>();
  /** Revision of what is known, by document. */
  readonly #revisions = new Map<string, number>();
  /** Handoffs an agent is held for already, until ms. */
  readonly #taken = new Map<string, number>();
  readonly #over = new Set<string>();
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

  /** Takes over a handoff this process has just saved. */
  putHandoff(handoff: Handoff): void {
    this.learnHandoff(handoff);
    if (handoff.state === 'queued') this.#listener?.handoffWaits(handoff.tenantId, handoff.handoffId);
  }

  /** Takes over an agent this process has just saved. */
  putAgent(agent: Agent): void {
    this.learnAgent(agent);
    if (isFree(agent)) this.#listener?.agentFree(agent.tenantId, agent.agentId);
  }

  /** Takes over a handoff as it stands, unless a newer state is known. */
  learnHandoff(handoff: Handoff): void {
    const { tenantId, handoffId } = handoff;
    if (!this.#isNews(handoffId, handoff.revision, handoff.open)) return;
    const { line } = this.#tenant(tenantId);
    // Who is meant for one agent waits for nobody else.
    if (handoff.state === 'queued' && handoff.target === undefined) line.put(handoff);
    else {
      line.remove(handoffId);
      this.#taken.delete(handoffId);
    }
  }

  /** Takes over an agent as they stand, unless a newer state is known. */
  learnAgent(agent: Agent): void {
    const { tenantId, agentId } = agent;
    if (!this.#isNews(`${tenantId}/${agentId}`, agent.revision, true)) return;
    const tenant = this.#tenant(tenantId);
    tenant.agents.set(agentId, agent);
    if (isFree(agent)) tenant.free.put(freeAgentOf(agent));
    else tenant.free.remove(agentId);
    if (agent.slot.kind === 'reserved') this.take(agent.slot.handoffId, agent.slot.expiresAt);
  }

  /** An agent is held for this handoff: nobody else is looked for until then, or until it is put back. */
  take(handoffId: string, until: number): void {
    this.#taken.set(handoffId, until);
  }

  /** The hold came to nothing. */
  putBack(handoffId: string): void {
    this.#taken.delete(handoffId);
  }

  waiting(tenantId: string, handoffId: string): Place | undefined {
    return this.#tenant(tenantId).line.get(handoffId);
  }

  /** Everyone who waits for somebody to be found, in the order they are to be served. */
  waitingInOrder(tenantId: string, now: number): Place[] {
    return this.#tenant(tenantId)
      .line.inOrder()
      .filter((place) => !this.#isTaken(place, now));
  }

  hasFreeAgents(tenantId: string): boolean {
    return this.#tenant(tenantId).free.size > 0;
  }

  /** The agent to ask for this place, if somebody fits. */
  agentFor(place: Place, now: number): FoundAgent | undefined {
    if (this.#isTaken(place, now)) return undefined;
    return findAgent(place, this.#tenant(place.tenantId).free, this.#routing(place), now);
  }

  /** The place this agent is to be offered, if they are free and somebody waits whom they may take. */
  placeFor(tenantId: string, agentId: string, now: number): Place | undefined {
    const { agents, line } = this.#tenant(tenantId);
    const agent = agents.get(agentId);
    if (!agent || !isFree(agent) || line.size === 0) return undefined;
    return findPlace(line, {
      agent: freeAgentOf(agent),
      now,
      routingOf: (place) => this.#routing(place),
      isTaken: (place) => this.#isTaken(place, now),
    });
  }

  /** How the queue looks from a place. */
  measure(place: Place, now: number): QueueFacts {
    const tenant = this.#tenant(place.tenantId);
    return {
      position: tenant.line.positionOf(place),
      serving: this.#serving(tenant, place, now),
      // Whoever waits before and could take the same agent would have been given them already.
      agentFree: findAgent(place, tenant.free, this.#routing(place), now) !== undefined,
    };
  }

  agentsOf(tenantId: string): Agent[] {
    return [...this.#tenant(tenantId).agents.values()];
  }

  /** Agents whose slot names a handoff: what a check against the handoffs looks at. */
  agentsWithWork(tenantId: string): Agent[] {
    return this.agentsOf(tenantId).filter((agent) => handoffIn(agent) !== '');
  }

  #serving(tenant: TenantFloor, place: Place, now: number): number {
    const known = tenant.serving.get(place.queue);
    if (known && now - known.at < servingFreshMs && now >= known.at) return known.count;
    const routing = this.#routing(place);
    const requirements = requirementsOf(queueOf(routing, place.queue), 0, routing);
    const anyLanguage = { ...requirements, anyLanguage: true };
    let count = 0;
    for (const agent of tenant.agents.values()) {
      if (isSignedIn(agent) && meets(freeAgentOf(agent), anyLanguage, place).ok) count += 1;
    }
    tenant.serving.set(place.queue, { count, at: now });
    return count;
  }

  #isTaken({ handoffId }: Place, now: number): boolean {
    const until = this.#taken.get(handoffId);
    return until !== undefined && until > now;
  }

  #isNews(id: string, revision: number, changesAgain: boolean): boolean {
    if (this.#over.has(id) || (this.#revisions.get(id) ?? -1) > revision) return false;
    if (changesAgain) this.#revisions.set(id, revision);
    else this.#forget(id);
    return true;
  }

  /** What is final is remembered a while longer, in case an older copy of it comes late. */
  #forget(id: string): void {
    this.#revisions.delete(id);
    this.#over.add(id);
    if (this.#over.size > overRemembered) this.#over.delete(this.#over.values().next().value!);
  }

  #routing({ tenantId, packSha256 }: Place): RoutingConfig {
    return this.#routingOf(tenantId, packSha256);
  }

  #tenant(tenantId: string): TenantFloor {
    const known = this.#tenants.get(tenantId);
    if (known) return known;
    const tenant: TenantFloor = {
      line: new WaitingLine(),
      free: new AgentIndex(),
      agents: new Map(),
      serving: new Map(),
    };
    this.#tenants.set(tenantId, tenant);
    return tenant;
  }
}

function freeAgentOf({ agentId, skills, languages, idleSince }: Agent): FreeAgent {
  return { id: agentId, skills, languages, idleSince };
}
