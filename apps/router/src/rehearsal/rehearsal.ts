import type { RoutingConfig } from '@baton/packs';
import type { EventDraft } from '@baton/persistence';
import { callerBridged } from '../domain/handoff/bridge.js';
import type { Handoff, HandoffOutcome } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import { acceptOffer, rejectOffer, type OfferAnswer } from '../domain/handoff/offer.js';
import type { QueueView } from '../domain/handoff/queue-view.js';
import { requestHandoff, type Escalation } from '../domain/handoff/request-handoff.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { deadlinePassed, handoffDeadline } from '../domain/handoff/wait.js';
import { completeWrapUp, finishConversation } from '../domain/handoff/wrap-up.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { setPresence, type WantedPresence } from '../domain/workforce/presence.js';
import { registerAgent, type AgentProfile } from '../domain/workforce/register-agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { engage } from '../domain/workforce/take-work.js';
import { handoffsToMatch, matchForHandoff, reservationFor, type MatchOccasion } from '../floor/match.js';
import { followEvent } from './follow-event.js';
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
 * The router's decisions on documents in memory, without store, bus and clock: who is matched, offered, taken back, announced to, rung
 * later, as in the running router. Every call says what time it is, ms, which must not go back. What needs a moment there, an event on
 * its way, needs none here.
 */
export class Rehearsal {
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
        this.#todo.push(() => this.#match({ kind: 'handoff-waits', handoffId })),
      agentFree: (_tenant, agentId) => this.#todo.push(() => this.#match({ kind: 'agent-free', agentId })),
    });
  }

  /** The handoff as it stands; undefined once it has ended. */
  handoff(handoffId: string): Handoff | undefined {
    return this.#handoffs.get(handoffId);
  }

  agent(agentId: string): Agent | undefined {
    return this.#agents.get(agentId);
  }

  /** Throws `invalid-argument`. */
  register(profile: Omit<AgentProfile, 'tenantId'>, now: number): void {
    const known = { ...profile, tenantId: this.setting.tenantId };
    this.#at(now, () => this.#saveAgent(registerAgent(this.#agents.get(profile.agentId), known, now)));
  }

  presence(agentId: string, wanted: WantedPresence, reason: string, now: number): void {
    this.#at(now, () => this.#changeAgent(agentId, (agent) => setPresence(agent, wanted, reason, now)));
  }

  escalate(escalation: Omit<Escalation, 'callerGone' | 'tenantId'>, now: number): void {
    const asked = { ...escalation, tenantId: this.setting.tenantId, callerGone: false };
    this.#at(now, () => this.#saveHandoff(requestHandoff(asked, this.#view())));
  }

  /** The agent says yes and is with the caller at once. Throws `offer-gone`. */
  accept(handoffId: string, { agentId, token }: OfferAnswer, now: number): void {
    this.#at(now, () => {
      this.#changeAgent(agentId, (agent) => engage(agent, handoffId, token, now));
      this.#changeHandoff(handoffId, (handoff) => acceptOffer(handoff, { agentId, token }, now));
      this.#changeHandoff(handoffId, (handoff) => callerBridged(handoff, agentId, now));
    });
  }

  /** The agent says no. Throws `offer-gone`. */
  reject(handoffId: string, answer: OfferAnswer, now: number): void {
    this.#at(now, () =>
      this.#changeHandoff(handoffId, (handoff, view) =>
        rejectOffer(handoff, { ...answer, reason: 'busy' }, view),
      ),
    );
  }

  /** The agent ends the conversation. Throws `wrong-state`. */
  finish(handoffId: string, agentId: string, now: number): void {
    this.#at(now, () =>
      this.#changeHandoff(handoffId, (handoff, view) => finishConversation(handoff, agentId, view)),
    );
  }

  /** The agent has written it up, under the pack's first disposition. */
  writeUp(handoffId: string, agentId: string, now: number): void {
    const disposition = this.setting.routing.dispositions[0]!.code;
    this.#at(now, () =>
      this.#changeHandoff(handoffId, (handoff, view) =>
        completeWrapUp(handoff, { agentId, disposition, note: '' }, view),
      ),
    );
  }

  /** The caller hangs up. */
  leave(handoffId: string, now: number): void {
    this.#at(now, () => this.#changeHandoff(handoffId, leave));
  }

  /** The caller would rather be rung. */
  callBack(handoffId: string, now: number): void {
    this.#at(now, () =>
      this.#changeHandoff(handoffId, (handoff, view) => scheduleCallback(handoff, view, 'asked-for-it')),
    );
  }

  /** The handoff's deadline has come. */
  deadline(handoffId: string, now: number): void {
    this.#at(now, () => this.#changeHandoff(handoffId, deadlinePassed));
  }

  /** Looks at everyone who waits, as the router does from time to time. */
  lookOver(now: number): void {
    this.#at(now, () => this.#match({ kind: 'look-over' }));
  }

  /** Does it, then what follows from it, until nothing is left to do. */
  #at(now: number, task: () => void): void {
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

  #match(occasion: MatchOccasion): void {
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
      if (reserved) return this.#saveAgent(reserved);
      floor.learnAgent(agent);
      floor.putBack(handoffId);
    }
  }

  #changeHandoff(
    handoffId: string,
    decide: (handoff: Handoff, view: QueueView) => HandoffOutcome | undefined,
  ): Handoff | undefined {
    const known = this.#handoffs.get(handoffId);
    if (known) this.#saveHandoff(decide(known, this.#view()));
    return this.#handoffs.get(handoffId);
  }

  #changeAgent(agentId: string, decide: (agent: Agent, now: number) => AgentOutcome | undefined): void {
    const known = this.#agents.get(agentId);
    if (known) this.#saveAgent(decide(known, this.#now));
  }

  #saveHandoff(outcome: HandoffOutcome | undefined): void {
    if (!outcome) return;
    const handoff = { ...outcome.handoff, revision: outcome.handoff.revision + 1 };
    if (handoff.open) this.#handoffs.set(handoff.handoffId, handoff);
    else this.#handoffs.delete(handoff.handoffId);
    this.setting.floor.putHandoff(handoff);
    this.listener.handoffSaved(handoff, outcome.events, handoffDeadline(handoff, this.setting));
    this.#follow(outcome.events);
  }

  #saveAgent(outcome: AgentOutcome | undefined): void {
    if (!outcome) return;
    const agent = { ...outcome.agent, revision: outcome.agent.revision + 1 };
    this.#agents.set(agent.agentId, agent);
    this.setting.floor.putAgent(agent);
    this.listener.agentSaved(agent);
    this.#follow(outcome.events);
  }

  #follow(events: readonly EventDraft<unknown>[]): void {
    for (const event of events) {
      this.#todo.push(() =>
        followEvent(event, {
          changeHandoff: (handoffId, decide) => this.#changeHandoff(handoffId, decide),
          changeAgent: (agentId, decide) => this.#changeAgent(agentId, decide),
        }),
      );
    }
  }

  #view(): QueueView {
    const { routing, languages, floor } = this.setting;
    const now = this.#now;
    return { now, runningSince: 0, routing, languages, measure: (place) => floor.measure(place, now) };
  }
}
