import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { EventMeta } from '@baton/eventing';
import {
  commandCause,
  eventCause,
  type Cause,
  type OutboxRepository,
  type UpdateOptions,
} from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { agentDeadline } from '../domain/workforce/agent-deadline.js';
import { agentFromStore } from '../domain/workforce/agent-from-store.js';
import { desksHeard } from '../domain/workforce/heartbeat.js';
import { registerAgent, type AgentProfile } from '../domain/workforce/register-agent.js';
import { reserve, type ReservationRequest } from '../domain/workforce/reservation.js';
import { workforceRules, type WorkforceRules } from '../domain/workforce/workforce-rules.js';
import { Floor } from '../floor/floor.js';
import { PacksOfTenants } from './packs-of-tenants.js';
import { AGENT_REPOSITORY } from './tokens.js';

type Decide = (agent: Agent, now: number) => AgentOutcome | undefined;

/** The agents, under the one-write rule: a reservation is a compare-and-set on one of these documents. Every save is shown to the floor. */
@Injectable()
export class Agents {
  constructor(
    @Inject(AGENT_REPOSITORY) private readonly repository: OutboxRepository<Agent>,
    @Inject(Floor) private readonly floor: Floor,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** What the company lets its agents do, by its newest pack. */
  rules(tenantId: string): WorkforceRules {
    const served = this.platform.packs.tenants().includes(tenantId);
    return workforceRules(served ? this.packs.pack(tenantId, '').routing : {});
  }

  /** Throws `invalid-argument`. */
  async register(commandId: string, profile: AgentProfile): Promise<Agent> {
    const cause = this.#command(commandId, profile.tenantId, profile.agentId);
    const { capacity } = this.rules(profile.tenantId);
    const agent = await this.#update(
      profile.tenantId,
      profile.agentId,
      cause,
      (known, now) => registerAgent(known, { capacity, ...profile }, now),
      { whenBusDown: 'defer' },
    );
    return agent!;
  }

  /** Applies what a person asks for. Throws `not-found`. */
  async command(tenantId: string, agentId: string, commandId: string, decide: Decide): Promise<Agent> {
    const cause = this.#command(commandId, tenantId, agentId);
    const agent = await this.apply(tenantId, agentId, cause, decide, { whenBusDown: 'defer' });
    if (!agent) throw new BatonError('not-found', 'There is no such agent.');
    return agent;
  }

  /** Holds the agent for a handoff. False where somebody was faster; the floor then knows them as they stand. */
  async reserve(tenantId: string, agentId: string, request: ReservationRequest): Promise<boolean> {
    const cause = this.#command('', tenantId, request.conversationId);
    let reserved = false;
    const agent = await this.apply(
      tenantId,
      agentId,
      cause,
      (known, now) => {
        const outcome = reserve(known, request, now);
        reserved = outcome !== undefined;
        return outcome;
      },
      { whenBusDown: 'defer' },
    );
    if (!reserved && agent) this.floor.learnAgent(agent);
    return reserved;
  }

  /** A desk of the agent is there. Who is not known is ignored. */
  async heard(tenantId: string, agentId: string): Promise<void> {
    const renewAfterMs = this.rules(tenantId).silentMs / 3;
    await this.apply(
      tenantId,
      agentId,
      this.#command('', tenantId, agentId),
      (known, now) => desksHeard(known, renewAfterMs, now),
      { whenBusDown: 'defer' },
    );
  }

  /** Applies an event; an agent nobody registered is ignored. */
  onEvent(meta: EventMeta, agentId: string, decide: Decide): Promise<Agent | undefined> {
    return this.apply(meta.tenantId, agentId, eventCause(meta), decide);
  }

  /** Applies whatever the cause is. */
  apply(
    tenantId: string,
    agentId: string,
    cause: Cause,
    decide: Decide,
    options?: UpdateOptions,
  ): Promise<Agent | undefined> {
    return this.#update(tenantId, agentId, cause, (known, now) => known && decide(known, now), options);
  }

  async find(tenantId: string, agentId: string): Promise<Agent | undefined> {
    const stored = await this.repository.get(idOf(tenantId, agentId));
    return stored && agentFromStore(stored.state);
  }

  /** By id; of every tenant where none is named. */
  async all(tenantId?: string): Promise<Agent[]> {
    const where = tenantId === undefined ? [] : [{ field: 'tenantId', op: '=', value: tenantId } as const];
    const found = await this.repository.find({ where, limit: 1_000_000 });
    return found.map(({ state }) => agentFromStore(state)).sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
  }

  async #update(
    tenantId: string,
    agentId: string,
    cause: Cause,
    decide: (known: Agent | undefined, now: number) => AgentOutcome | undefined,
    options?: UpdateOptions,
  ): Promise<Agent | undefined> {
    const { silentMs } = this.rules(tenantId);
    const { outcome, state: stored } = await this.repository.update(
      idOf(tenantId, agentId),
      cause,
      (known) => {
        const now = this.platform.clock.now();
        const decided = decide(known && agentFromStore(known), now);
        if (!decided) return undefined;
        const agent = { ...decided.agent, revision: (known?.revision ?? 0) + 1 };
        return { state: agent, events: decided.events, deadlineAt: agentDeadline(agent, silentMs, now) };
      },
      options,
    );
    const state = stored && agentFromStore(stored);
    if (outcome === 'applied' && state) this.floor.putAgent(state);
    return state;
  }

  #command(commandId: string, tenantId: string, correlationId: string): Cause {
    return commandCause({ commandId: commandId || this.platform.ids.next(), tenantId, correlationId });
  }
}

/** Two tenants may use the same id for different people. */
function idOf(tenantId: string, agentId: string): string {
  return `${tenantId}/${agentId}`;
}
