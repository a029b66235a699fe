import type { RoutingConfig } from '@baton/packs';
import { meets, requirementsAt } from '@baton/policy';
import type { Handoff } from '../domain/handoff/handoff.js';
import { queueOf, type Place, type QueueFacts } from '../domain/handoff/queue-view.js';
import { handoffIn, isFree, isSignedIn, type Agent } from '../domain/workforce/agent.js';
import { AgentIndex, type FreeAgent } from './agent-index.js';
import { findAgent, type FoundAgent } from './find-agent.js';
import { findPlace } from './find-place.js';
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

const servingFreshMs = 1_000;

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

  constructor(routingOf: RoutingOf) {
    this.#routingOf = routingOf;
  }

  tenants(): string[] {
    return [...this.#tenants.keys()];
  }

  /** Takes over a handoff as it stands. False where a newer state is known. */
  putHandoff(handoff: Handoff): boolean {
    const { tenantId, handoffId } = handoff;
    if (!this.#isNews(`handoff/${handoffId}`, handoff.revision, !handoff.open)) return false;
    const { line } = this.#tenant(tenantId);
    if (handoff.state === 'queued') line.put(handoff);
    else {
      line.remove(handoffId);
      this.#taken.delete(handoffId);
    }
    return true;
  }

  /** Takes over an agent as they stand. False where a newer state is known. */
  putAgent(agent: Agent): boolean {
    const { tenantId, agentId } = agent;
    if (!this.#isNews(`agent/${tenantId}/${agentId}`, agent.revision, false)) return false;
    const tenant = this.#tenant(tenantId);
    tenant.agents.set(agentId, agent);
    if (isFree(agent)) tenant.free.put(freeAgentOf(agent));
    else tenant.free.remove(agentId);
    if (agent.slot.kind === 'reserved') this.take(agent.slot.handoffId, agent.slot.expiresAt);
    return true;
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
    const isTaken = (place: Place) => this.#isTaken(place, now);
    return findPlace(freeAgentOf(agent), line, (place) => this.#routing(place), now, isTaken);
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
    const requirements = requirementsAt(queueOf(routing, place.queue), 0);
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

  #isNews(key: string, revision: number, last: boolean): boolean {
    if ((this.#revisions.get(key) ?? -1) > revision) return false;
    // What is final never changes again, so nothing of it need be remembered once it was taken over.
    if (last) this.#revisions.delete(key);
    else this.#revisions.set(key, revision);
    return true;
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
