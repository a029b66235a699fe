import type { RoutingConfig, Simulation } from '@baton/packs';
import { CallbackScheduled, Channel, HandoffQueued, QueuePositionAnnounced } from '@baton/contracts';
import type { EventDraft } from '@baton/persistence';
import { queueOf, Rehearsal, type Agent, type Handoff, type RehearsalListener } from '@baton/router';
import type { CallRecord, Engagement } from './call-record.js';
import type { Caller } from './caller.js';
import { quantileOf, type Quantile } from './duration.js';
import { EventQueue } from './event-queue.js';
import { fitOf, type Fit } from './fit.js';
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

/** A caller on their way: once, once more after a transfer, once more when they are rung. */
interface Leg {
  readonly record: CallRecord;
  readonly kind: 'first' | 'transfer' | 'rung';
  readonly began: number;
  state: Handoff['state'] | 'new';
  offers: number;
  callbackOffers: number;
  plannedDeadline: number | undefined;
  engagement?: Engagement;
  passOn: boolean;
}

const tenantId = 'simulated';
const lookOverMs = 10_000;
/** What a caller needs to hear the offer of a callback and say the word, ms. */
const saysCallbackMs = 3_000;

/** Plays one replication: callers come, the router's own code decides, agents answer as the scenario says. `arrived`: one more. */
export function playReplication(replication: Replication, arrived: () => void = () => {}): Happened {
  return new SimulatedCentre(replication, arrived).play();
}

class SimulatedCentre implements RehearsalListener {
  readonly #events = new EventQueue();
  readonly #legs = new Map<string, Leg>();
  readonly #calls: CallRecord[] = [];
  readonly #engagements: Engagement[] = [];
  readonly #period: Period;
  readonly #rehearsal: Rehearsal;
  readonly #staff: SimulatedStaff;
  readonly #answerTime: Quantile;
  #now: number;
  #callbacksKept = 0;
  #callbacksMissed = 0;

  constructor(
    private readonly replication: Replication,
    private readonly arrived: () => void,
  ) {
    const { simulation, routing, languages, policy, roster } = replication;
    this.#period = periodOf(simulation);
    this.#now = this.#period.start;
    this.#answerTime = quantileOf(simulation.answering.time);
    const floor = floorUnder(policy, routing, (agent, { handoffId }) => {
      const leg = this.#legs.get(handoffId);
      return leg?.kind !== 'transfer' || this.#fit(agent, leg.record).firstContact;
    });
    this.#rehearsal = new Rehearsal({ tenantId, routing, languages, floor }, this);
    this.#staff = new SimulatedStaff(simulation, roster, this.#rehearsal, this.#events);
  }

  play(): Happened {
    const { callers } = this.replication;
    const { start, end } = this.#period;
    this.#staff.begin();
    for (let at = start + lookOverMs; at < end; at += lookOverMs) {
      this.#events.plan(at, () => this.#rehearsal.lookOver(at));
    }
    let next = 0;
    for (;;) {
      const caller = callers[next];
      const arrival = caller ? start + caller.at : Number.POSITIVE_INFINITY;
      const planned = this.#events.nextAt() ?? Number.POSITIVE_INFINITY;
      if (Math.min(arrival, planned) >= end) break;
      this.#now = Math.min(arrival, planned);
      if (arrival < planned) {
        this.#arrives(caller!);
        next += 1;
        this.arrived();
      } else this.#events.take()!();
    }
    this.#now = end;
    return this.#ended();
  }

  handoffSaved(
    handoff: Handoff,
    events: readonly EventDraft<unknown>[],
    deadlineAt: number | undefined,
  ): void {
    const leg = this.#legs.get(handoff.handoffId)!;
    this.#planDeadline(handoff, leg, deadlineAt);
    for (const event of events) this.#hears(handoff, leg, event);
    if (leg.state === handoff.state) return;
    leg.state = handoff.state;
    if (handoff.state === 'offered') this.#isOffered(handoff, leg);
    else if (handoff.state === 'bridged') this.#isConnected(handoff, leg);
    else if (handoff.state === 'wrap-up') this.#writesUp(handoff, leg);
    else if (!handoff.open) this.#ends(handoff, leg);
  }

  agentSaved(agent: Agent): void {
    this.#staff.saw(agent, this.#now);
  }

  #arrives(caller: Caller): void {
    const record: CallRecord = {
      caller,
      arrivedAt: this.#now,
      queue: '',
      outcome: 'waiting',
      waitMs: 0,
      expectedWaitSeconds: 0,
      transferred: false,
      lostInTransfer: false,
    };
    this.#calls.push(record);
    this.#asks(caller.id, record, 'first', caller.patienceMs);
  }

  #asks(handoffId: string, record: CallRecord, kind: Leg['kind'], patienceMs: number): void {
    const { skills, language, priority, id } = record.caller;
    this.#legs.set(handoffId, {
      record,
      kind,
      began: this.#now,
      state: 'new',
      offers: 0,
      callbackOffers: 0,
      plannedDeadline: undefined,
      passOn: false,
    });
    this.#rehearsal.escalate(
      {
        handoffId,
        conversationId: id,
        packSha256: '',
        decisionId: '',
        reasons: [],
        skills,
        language,
        priority,
        channel: Channel.CHANNEL_PHONE,
        requestedAt: this.#now,
      },
      this.#now,
    );
    if (patienceMs === Number.POSITIVE_INFINITY) return;
    this.#events.plan(this.#now + patienceMs, () => {
      if (this.#isWaiting(handoffId)) this.#rehearsal.leave(handoffId, this.#now);
    });
  }

  #planDeadline({ handoffId }: Handoff, leg: Leg, at: number | undefined): void {
    if (leg.plannedDeadline === at) return;
    leg.plannedDeadline = at;
    if (at === undefined) return;
    this.#events.plan(Math.max(at, this.#now), () => {
      if (leg.plannedDeadline !== at) return;
      leg.plannedDeadline = undefined;
      this.#rehearsal.deadline(handoffId, this.#now);
    });
  }

  #hears({ handoffId, queue }: Handoff, leg: Leg, { type, data }: EventDraft<unknown>): void {
    if (type === HandoffQueued && leg.state === 'new' && leg.kind === 'first') {
      leg.record.queue = queue;
      leg.record.expectedWaitSeconds = (data as HandoffQueued).expectedWaitSeconds;
    } else if (type === QueuePositionAnnounced && (data as QueuePositionAnnounced).callbackOffered) {
      this.#isOfferedCallback(handoffId, leg);
    } else if (type === CallbackScheduled) {
      this.#isToBeRung(handoffId, leg, (data as CallbackScheduled).dueAtMs);
    }
  }

  /** Each offer is taken with the same chance; one draw a caller decides which. */
  #isOfferedCallback(handoffId: string, leg: Leg): void {
    const { accept } = this.replication.simulation.callbacks;
    leg.callbackOffers += 1;
    const taken = 1 - (1 - accept) ** leg.callbackOffers;
    const takenBefore = 1 - (1 - accept) ** (leg.callbackOffers - 1);
    const { callbackDraw } = leg.record.caller;
    if (leg.kind !== 'first' || callbackDraw >= taken || callbackDraw < takenBefore) return;
    this.#events.plan(this.#now + saysCallbackMs, () => {
      if (this.#isWaiting(handoffId)) this.#rehearsal.callBack(handoffId, this.#now);
    });
  }

  #isOffered({ handoffId, agent }: Handoff, leg: Leg): void {
    const { reject, noAnswer } = this.replication.simulation.answering;
    const { agentId, token, expiresAt } = agent!;
    const draws = leg.record.caller.offerDraws((leg.offers += 1));
    const decision = draws();
    const at = this.#now + Math.round(this.#answerTime(draws()) * 1000);
    // What is not answered in time, the offer's own deadline ends.
    if (decision < noAnswer || at >= expiresAt) return;
    this.#events.plan(at, () => {
      const held = this.#rehearsal.handoff(handoffId);
      if (held?.state !== 'offered' || held.agent?.token !== token || held.agent.agentId !== agentId) return;
      if (decision < noAnswer + reject) this.#rehearsal.reject(handoffId, { agentId, token }, this.#now);
      else this.#rehearsal.accept(handoffId, { agentId, token }, this.#now);
    });
  }

  #isConnected({ handoffId, agent }: Handoff, leg: Leg): void {
    const { record } = leg;
    const { agentId } = agent!;
    const engagement = { agentId, handoffId, from: this.#now, to: this.#period.end };
    this.#engagements.push(engagement);
    leg.engagement = engagement;
    const { skills, languages } = this.#rehearsal.agent(agentId)!;
    const fit = this.#fit({ id: agentId, skills, languages }, record);
    if (leg.kind === 'first') {
      record.outcome = 'answered';
      record.waitMs = this.#now - record.arrivedAt;
      record.fit = fit;
      leg.passOn = this.#isPassedOn(record, fit);
    }
    if (leg.kind === 'rung') this.#callbacksKept += 1;
    else if (!leg.passOn) record.rightPersonMs = this.#now - record.arrivedAt;
    this.#events.plan(this.#now + this.#talkMs(leg, fit), () =>
      this.#rehearsal.finish(handoffId, agentId, this.#now),
    );
  }

  /** Nobody is passed on to nobody: somebody who suits must be at work. */
  #isPassedOn({ caller, ...record }: CallRecord, { firstContact }: Fit): boolean {
    const { transfer } = this.replication.simulation.handling.mismatch;
    if (firstContact || caller.transferDraw >= transfer) return false;
    return this.#staff.somebodyAtWork((agent) => this.#fit(agent, { ...record, caller }).firstContact);
  }

  #talkMs({ passOn, record }: Leg, { firstContact }: Fit): number {
    const { caller } = record;
    if (passOn) return caller.beforeTransferMs;
    const { factor } = this.replication.simulation.handling.mismatch;
    return firstContact ? caller.handleMs : Math.round(caller.handleMs * factor);
  }

  #writesUp({ handoffId, agent }: Handoff, leg: Leg): void {
    const { caller } = leg.record;
    this.#events.plan(this.#now + caller.wrapUpMs, () => {
      if (this.#rehearsal.handoff(handoffId)?.state === 'wrap-up')
        this.#rehearsal.writeUp(handoffId, agent!.agentId, this.#now);
    });
    if (!leg.passOn) return;
    leg.record.transferred = true;
    this.#events.plan(this.#now, () =>
      this.#asks(`${caller.id}/transfer`, leg.record, 'transfer', caller.patienceInTransferMs),
    );
  }

  #ends({ handoffId, state, reason }: Handoff, leg: Leg): void {
    const { record, engagement } = leg;
    if (engagement) engagement.to = this.#now;
    this.#legs.delete(handoffId);
    if (leg.kind === 'transfer' && state === 'abandoned') record.lostInTransfer = true;
    if (leg.kind !== 'first' || record.outcome === 'answered') return;
    record.waitMs = this.#now - record.arrivedAt;
    record.outcome =
      state === 'abandoned' ? 'abandoned' : reason === 'asked-for-it' ? 'callback' : 'rung-instead';
  }

  /** Rung callers come back as work, in the queue, and do not hang up. Whom nobody has time for then is not rung again. */
  #isToBeRung(handoffId: string, { kind, record }: Leg, dueAt: number): void {
    if (kind === 'rung') {
      this.#callbacksMissed += 1;
      return;
    }
    this.#events.plan(dueAt, () => this.#asks(`${handoffId}/rung`, record, 'rung', Number.POSITIVE_INFINITY));
  }

  #isWaiting(handoffId: string): boolean {
    const state = this.#rehearsal.handoff(handoffId)?.state;
    return state === 'queued' || state === 'offered';
  }

  #fit(agent: Parameters<typeof fitOf>[0], { caller, queue }: Pick<CallRecord, 'caller' | 'queue'>): Fit {
    return fitOf(agent, caller, queueOf(this.replication.routing, queue));
  }

  #ended(): Happened {
    for (const call of this.#calls) {
      if (call.outcome === 'waiting') call.waitMs = this.#now - call.arrivedAt;
    }
    return {
      period: this.#period,
      calls: this.#calls,
      engagements: this.#engagements,
      signedIn: this.#staff.signedIn(this.#now),
      callbacksKept: this.#callbacksKept,
      callbacksMissed: this.#callbacksMissed,
    };
  }
}
