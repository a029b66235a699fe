import type { RoutingConfig, Simulation } from '@baton/packs';
import { CallbackScheduled, Channel, HandoffQueued, QueuePositionAnnounced } from '@baton/contracts';
import type { EventDraft } from '@baton/persistence';
import type { AgentProfile } from '@baton/policy';
import { queueOf, Rehearsal, type Agent, type Handoff, type RehearsalListener } from '@baton/router';
import type { CallRecord, Engagement } from './call-record.js';
import type { Caller } from './caller.js';
import { EventQueue } from './event-queue.js';
import { fitOf, type Fit } from './fit.js';
import { HumanConduct } from './human-conduct.js';
import { newLeg, newRecord, type Leg } from './leg.js';
import { floorUnder, type PolicyName } from './policies.js';
import { SimulatedStaff } from './simulated-staff.js';
import { periodOf, type Period, type RosteredAgent } from './roster.js';

/** One replication under one policy. */
export interface Replication {
  readonly simulation: Simulation;
  readonly routing: RoutingConfig;
  readonly languages: readonly string[];
  readonly policy: PolicyName;
  readonly callers: readonly Caller[];
  readonly roster: readonly RosteredAgent[];
}

/** What happened. */
export interface Happened {
  readonly period: Period;
  readonly calls: readonly CallRecord[];
  readonly engagements: readonly Engagement[];
  /** Moments agents were signed in, ms, from and to. */
  readonly signedIn: readonly Period[];
  /** Callers who were rung and answered, and those nobody had time for when they were due. */
  readonly callbacksKept: number;
  readonly callbacksMissed: number;
}

const tenantId = 'simulated';
const lookOverMs = 10_000;

/** Plays one replication: callers come, the router's own code decides, agents answer as the scenario says. `arrived`: one more. */
export function playReplication(replication: Replication, arrived: () => void = () => {}): Happened {
  return new SimulatedCentre(replication, arrived).play();
}

class SimulatedCentre implements RehearsalListener {
  readonly #legs = new Map<string, Leg>();
  readonly #calls: CallRecord[] = [];
  readonly #engagements: Engagement[] = [];
  readonly #period: Period;
  readonly #events: EventQueue;
  readonly #rehearsal: Rehearsal;
  readonly #staff: SimulatedStaff;
  readonly #conduct: HumanConduct;
  #callbacksKept = 0;
  #callbacksMissed = 0;

  constructor(
    private readonly replication: Replication,
    private readonly arrived: () => void,
  ) {
    const { simulation, routing, languages, policy, roster } = replication;
    this.#period = periodOf(simulation);
    this.#events = new EventQueue(this.#period.start);
    const floor = floorUnder(policy, routing, (agent, { handoffId }) => {
      const leg = this.#legs.get(handoffId);
      return leg?.kind !== 'transfer' || this.#fit(agent, leg.record).firstContact;
    });
    this.#rehearsal = new Rehearsal({ tenantId, routing, languages, floor }, this);
    this.#staff = new SimulatedStaff(simulation, roster, this.#rehearsal, this.#events);
    this.#conduct = new HumanConduct(simulation, this.#rehearsal, this.#events);
  }

  play(): Happened {
    const { start, end } = this.#period;
    this.#staff.begin();
    this.#nextArrives(0);
    this.#lookOver(start + lookOverMs);
    this.#events.runUntil(end);
    for (const call of this.#calls) {
      if (call.outcome === 'waiting') call.waitMs = end - call.arrivedAt;
    }
    return {
      period: this.#period,
      calls: this.#calls,
      engagements: this.#engagements,
      signedIn: this.#staff.signedIn(end),
      callbacksKept: this.#callbacksKept,
      callbacksMissed: this.#callbacksMissed,
    };
  }

  handoffSaved(
    handoff: Handoff,
    events: readonly EventDraft<unknown>[],
    deadlineAt: number | undefined,
  ): void {
    const leg = this.#legs.get(handoff.handoffId)!;
    this.#planDeadline(leg, deadlineAt);
    for (const event of events) this.#hears(handoff, leg, event);
    if (leg.state === handoff.state) return;
    leg.state = handoff.state;
    if (handoff.state === 'offered') this.#conduct.isOffered(leg, handoff);
    else if (handoff.state === 'bridged') this.#isConnected(leg, handoff.agent!.agentId);
    else if (handoff.state === 'wrap-up') this.#isOver(leg, handoff.agent!.agentId);
    else if (!handoff.open) this.#ends(leg, handoff);
  }

  agentSaved(agent: Agent): void {
    this.#staff.saw(agent, this.#events.now);
  }

  #nextArrives(index: number): void {
    const caller = this.replication.callers[index];
    if (!caller) return;
    this.#events.plan(this.#period.start + caller.at, () => {
      const record = newRecord(caller, this.#events.now);
      this.#calls.push(record);
      this.#asks(newLeg(caller.id, record, 'first'), caller.patienceMs);
      this.arrived();
      this.#nextArrives(index + 1);
    });
  }

  #lookOver(at: number): void {
    this.#events.plan(at, () => {
      this.#rehearsal.lookOver(at);
      this.#lookOver(at + lookOverMs);
    });
  }

  #asks(leg: Leg, patienceMs: number): void {
    const { skills, language, priority, id: conversationId } = leg.record.caller;
    const { handoffId } = leg;
    const requestedAt = this.#events.now;
    const channel = Channel.CHANNEL_PHONE;
    const decided = { packSha256: '', decisionId: '', reasons: [] };
    this.#legs.set(handoffId, leg);
    this.#rehearsal.escalate(
      { ...decided, handoffId, conversationId, skills, language, priority, channel, requestedAt },
      requestedAt,
    );
    this.#conduct.waits(leg, patienceMs);
  }

  #planDeadline(leg: Leg, at: number | undefined): void {
    if (leg.plannedDeadline === at) return;
    leg.plannedDeadline = at;
    if (at === undefined) return;
    this.#events.plan(Math.max(at, this.#events.now), () => {
      if (leg.plannedDeadline !== at) return;
      leg.plannedDeadline = undefined;
      this.#rehearsal.deadline(leg.handoffId, this.#events.now);
    });
  }

  #hears({ queue }: Handoff, leg: Leg, { type, data }: EventDraft<unknown>): void {
    if (type === HandoffQueued && leg.state === 'new' && leg.kind === 'first') {
      leg.record.queue = queue;
      leg.record.expectedWaitSeconds = (data as HandoffQueued).expectedWaitSeconds;
    } else if (type === QueuePositionAnnounced && (data as QueuePositionAnnounced).callbackOffered) {
      this.#conduct.hearsOfCallback(leg);
    } else if (type === CallbackScheduled) {
      this.#isToBeRung(leg, (data as CallbackScheduled).dueAtMs);
    }
  }

  #isConnected(leg: Leg, agentId: string): void {
    const { record, handoffId } = leg;
    const { now } = this.#events;
    leg.engagement = { agentId, handoffId, from: now, to: this.#period.end };
    this.#engagements.push(leg.engagement);
    const { skills, languages } = this.#rehearsal.agent(agentId)!;
    const fit = this.#fit({ id: agentId, skills, languages }, record);
    if (leg.kind === 'first') {
      record.outcome = 'answered';
      record.waitMs = now - record.arrivedAt;
      record.fit = fit;
      leg.passOn = this.#isPassedOn(record, fit);
    }
    if (leg.kind === 'rung') this.#callbacksKept += 1;
    else if (!leg.passOn) record.rightPersonMs = now - record.arrivedAt;
    this.#conduct.talk(leg, agentId, fit.firstContact);
  }

  /** Nobody is passed on to nobody: somebody who suits must be at work. */
  #isPassedOn(record: CallRecord, { firstContact }: Fit): boolean {
    const { transfer } = this.replication.simulation.handling.mismatch;
    if (firstContact || record.caller.transferDraw >= transfer) return false;
    return this.#staff.somebodyAtWork((agent) => this.#fit(agent, record).firstContact);
  }

  #isOver(leg: Leg, agentId: string): void {
    this.#conduct.writesUp(leg, agentId);
    if (!leg.passOn) return;
    const { record } = leg;
    record.transferred = true;
    this.#events.plan(this.#events.now, () =>
      this.#asks(newLeg(`${leg.handoffId}/transfer`, record, 'transfer'), record.caller.patienceInTransferMs),
    );
  }

  #ends(leg: Leg, { state, reason }: Handoff): void {
    const { record, engagement } = leg;
    if (engagement) engagement.to = this.#events.now;
    this.#legs.delete(leg.handoffId);
    if (leg.kind === 'transfer' && state === 'abandoned') record.lostInTransfer = true;
    if (leg.kind !== 'first' || record.outcome === 'answered') return;
    record.waitMs = this.#events.now - record.arrivedAt;
    record.outcome =
      state === 'abandoned' ? 'abandoned' : reason === 'asked-for-it' ? 'callback' : 'rung-instead';
  }

  /** Rung callers come back as work, in the queue, and do not hang up. Whom nobody has time for then is not rung again. */
  #isToBeRung({ kind, record, handoffId }: Leg, dueAt: number): void {
    if (kind === 'rung') {
      this.#callbacksMissed += 1;
      return;
    }
    this.#events.plan(dueAt, () =>
      this.#asks(newLeg(`${handoffId}/rung`, record, 'rung'), Number.POSITIVE_INFINITY),
    );
  }

  #fit(agent: AgentProfile, { caller, queue }: CallRecord): Fit {
    return fitOf(agent, caller, queueOf(this.replication.routing, queue));
  }
}
