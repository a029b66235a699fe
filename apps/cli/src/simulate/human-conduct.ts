import type { Simulation } from '@baton/packs';
import type { Handoff, Rehearsal } from '@baton/router';
import { quantileOf, type Quantile } from './duration.js';
import type { EventQueue } from './event-queue.js';
import type { Leg } from './leg.js';

/** What a caller needs to hear the offer of a callback and say the word, ms. */
const saysCallbackMs = 3_000;

/** What callers and agents do of themselves, as the scenario says: hang up, say the word, answer an offer, talk, write up. */
export class HumanConduct {
  readonly #answerTime: Quantile;

  constructor(
    private readonly simulation: Simulation,
    private readonly rehearsal: Rehearsal,
    private readonly events: EventQueue,
  ) {
    this.#answerTime = quantileOf(simulation.answering.time);
  }

  /** The caller hangs up where nobody has answered by then. */
  waits({ handoffId }: Leg, patienceMs: number): void {
    if (patienceMs === Number.POSITIVE_INFINITY) return;
    this.events.plan(this.events.now + patienceMs, () => {
      if (this.#isWaiting(handoffId)) this.rehearsal.leave(handoffId, this.events.now);
    });
  }

  /** Each offer of a callback is taken with the same chance; one draw a caller decides which. */
  hearsOfCallback(leg: Leg): void {
    const { accept } = this.simulation.callbacks;
    const takenBefore = 1 - (1 - accept) ** leg.callbackOffers;
    leg.callbackOffers += 1;
    const taken = 1 - (1 - accept) ** leg.callbackOffers;
    const { callbackDraw } = leg.record.caller;
    if (leg.kind !== 'first' || callbackDraw >= taken || callbackDraw < takenBefore) return;
    this.events.plan(this.events.now + saysCallbackMs, () => {
      if (this.#isWaiting(leg.handoffId)) this.rehearsal.callBack(leg.handoffId, this.events.now);
    });
  }

  /** The agent says yes, no, or nothing. */
  isOffered(leg: Leg, { agent }: Handoff): void {
    const { reject, noAnswer } = this.simulation.answering;
    const { agentId, token, expiresAt } = agent!;
    const draws = leg.record.caller.offerDraws((leg.offers += 1));
    const decision = draws();
    const at = this.events.now + Math.round(this.#answerTime(draws()) * 1000);
    // What is not answered in time, the offer's own deadline ends.
    if (decision < noAnswer || at >= expiresAt) return;
    this.events.plan(at, () => {
      const held = this.rehearsal.handoff(leg.handoffId);
      if (held?.state !== 'offered' || held.agent?.token !== token || held.agent.agentId !== agentId) return;
      if (decision < noAnswer + reject) this.rehearsal.reject(leg.handoffId, { agentId, token }, at);
      else this.rehearsal.accept(leg.handoffId, { agentId, token }, at);
    });
  }

  /** They talk; longer where the agent does not fit, not for long where they pass the caller on. */
  talk({ handoffId, passOn, record: { caller } }: Leg, agentId: string, fits: boolean): void {
    const { factor } = this.simulation.handling.mismatch;
    const ms = passOn
      ? caller.beforeTransferMs
      : fits
        ? caller.handleMs
        : Math.round(caller.handleMs * factor);
    this.events.plan(this.events.now + ms, () => this.rehearsal.finish(handoffId, agentId, this.events.now));
  }

  /** The agent writes up; what takes longer than the pack allows, the router ends. */
  writesUp({ handoffId, record: { caller } }: Leg, agentId: string): void {
    this.events.plan(this.events.now + caller.wrapUpMs, () => {
      if (this.rehearsal.handoff(handoffId)?.state === 'wrap-up')
        this.rehearsal.writeUp(handoffId, agentId, this.events.now);
    });
  }

  #isWaiting(handoffId: string): boolean {
    const state = this.rehearsal.handoff(handoffId)?.state;
    return state === 'queued' || state === 'offered';
  }
}
