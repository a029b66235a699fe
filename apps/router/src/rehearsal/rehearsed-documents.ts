import type { RoutingConfig } from '@baton/packs';
import type { EventDraft } from '@baton/persistence';
import type { Handoff, HandoffOutcome } from '../domain/handoff/handoff.js';
import type { QueueView } from '../domain/handoff/queue-view.js';
import { handoffDeadline } from '../domain/handoff/wait.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { handoffsToMatch, matchForHandoff, reservationFor, type MatchOccasion } from '../floor/match.js';
import { followEvent, type FollowedDocuments } from './follow-event.js';
import type { RehearsedFloor } from './rehearsed-floor.js';

/** What a rehearsal plays with. */
export interface RehearsalSetting {
  readonly tenantId: string;
  readonly routing: RoutingConfig;
  /** Of the pack, first is the default. */
  readonly languages: readonly string[];
  readonly floor: RehearsedFloor;
}

/** Is told of every document as it is saved, with the events of the change. */
export interface RehearsalListener {
  /** `deadlineAt`: when `deadline` is to be called unless the handoff changes before, ms; undefined: never. */
  handoffSaved(
    handoff: Handoff,
    events: readonly EventDraft<unknown>[],
    deadlineAt: number | undefined,
  ): void;
  agentSaved(agent: Agent): void;
}

/**
 * The handoffs and agents of a rehearsal, in memory. What is saved is shown to the floor; what the router does on its own events, and the
 * matches the floor calls for, follow before anything else happens, in the order in which they came up.
 */
export class RehearsedDocuments implements FollowedDocuments {
  readonly #handoffs = new Map<string, Handoff>();
  readonly #agents = new Map<string, Agent>();
  readonly #todo: (() => void)[] = [];
  #now = 0;
  #running = false;

  constructor(
    private readonly setting: RehearsalSetting,
    private readonly listener: RehearsalListener,
  ) {
    setting.floor.listen({
      handoffWaits: (_tenant, handoffId) =>
        this.#todo.push(() => this.match({ kind: 'handoff-waits', handoffId })),
      agentFree: (_tenant, agentId) => this.#todo.push(() => this.match({ kind: 'agent-free', agentId })),
    });
  }

  handoff(handoffId: string): Handoff | undefined {
    return this.#handoffs.get(handoffId);
  }

  agent(agentId: string): Agent | undefined {
    return this.#agents.get(agentId);
  }

  /** Does it, then what follows from it, until nothing is left to do. */
  at(now: number, task: () => void): void {
    this.#now = now;
    this.#todo.push(task);
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = 0; next < this.#todo.length; next += 1) this.#todo[next]!();
    } finally {
      this.#todo.length = 0;
      this.#running = false;
    }
  }

  match(occasion: MatchOccasion): void {
    const { floor, tenantId } = this.setting;
    for (const handoffId of handoffsToMatch(floor, tenantId, occasion, () => this.#now)) {
      this.#findAgentFor(handoffId);
    }
  }

  #findAgentFor(handoffId: string): void {
    const { floor, tenantId, routing } = this.setting;
    for (;;) {
      const match = matchForHandoff(floor, tenantId, handoffId, this.#now);
      if (!match) return;
      const request = reservationFor(match, routing);
      floor.take(handoffId, this.#now + request.ttlMs);
      const agent = this.#agents.get(match.found.agent.id)!;
      const reserved = reserve(agent, request, this.#now);
      if (reserved) return this.saveAgent(reserved);
      floor.learnAgent(agent);
      floor.putBack(handoffId);
    }
  }

  changeHandoff(
    handoffId: string,
    decide: (handoff: Handoff, view: QueueView) => HandoffOutcome | undefined,
  ): Handoff | undefined {
    const known = this.#handoffs.get(handoffId);
    if (known) this.saveHandoff(decide(known, this.view()));
    return this.#handoffs.get(handoffId);
  }

  changeAgent(agentId: string, decide: (agent: Agent, now: number) => AgentOutcome | undefined): void {
    const known = this.#agents.get(agentId);
    if (known) this.saveAgent(decide(known, this.#now));
  }

  saveHandoff(outcome: HandoffOutcome | undefined): void {
    if (!outcome) return;
    const handoff = { ...outcome.handoff, revision: outcome.handoff.revision + 1 };
    if (handoff.open) this.#handoffs.set(handoff.handoffId, handoff);
    else this.#handoffs.delete(handoff.handoffId);
    this.setting.floor.putHandoff(handoff);
    this.listener.handoffSaved(handoff, outcome.events, handoffDeadline(handoff, this.setting));
    this.#follow(outcome.events);
  }

  saveAgent(outcome: AgentOutcome | undefined): void {
    if (!outcome) return;
    const agent = { ...outcome.agent, revision: outcome.agent.revision + 1 };
    this.#agents.set(agent.agentId, agent);
    this.setting.floor.putAgent(agent);
    this.listener.agentSaved(agent);
    this.#follow(outcome.events);
  }

  #follow(events: readonly EventDraft<unknown>[]): void {
    for (const event of events) {
      this.#todo.push(() => followEvent(event, this));
    }
  }

  view(): QueueView {
    const { routing, languages, floor } = this.setting;
    const now = this.#now;
    return { now, runningSince: 0, routing, languages, measure: (place) => floor.measure(place, now) };
  }
}
