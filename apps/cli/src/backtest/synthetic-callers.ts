import { neutralSignals, type Signals } from '@baton/policy';

/** 0 ≤ value < 1. */
export type Random = () => number;

/** A made-up caller: says something in every turn and answers offers. */
export interface Caller {
  begin(): Signals;
  /** The next turn, or undefined where the caller hangs up. */
  goOn(wasOffered: boolean): Signals | undefined;
}

const INTENTS = ['', 'check_balance', 'card_limits', 'opening_hours', 'mortgage_info', 'payment_difficulty'];
const CHANNELS = ['phone', 'phone', 'phone', 'chat', 'whatsapp'];
const SEGMENTS = ['', 'standard', 'standard', 'premier', 'business'];
const MOST_TURNS = 9;

/** The same numbers give the same callers (mulberry32, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Most callers are calm and understood; some grow annoyed, some are failed by the bot, a few bring a subject for people. */
export function randomCaller(random: Random): Caller {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const temper = random();
  const luck = random();
  const fixed = { channel: pick(CHANNELS), segment: pick(SEGMENTS), contacts: Math.floor(random() ** 3 * 6) };
  const asr = fixed.channel === 'phone' ? 0.6 + random() * 0.4 : 1;
  let last: Signals | undefined;

  const turn = (wasOffered: boolean): Signals => {
    const before = last;
    const signals = neutralSignals();
    const customerTurns = (before?.turn.customerTurns ?? 0) + 1;
    signals.turn = {
      index: customerTurns * 2 - 1,
      customerTurns,
      asrConfidence: Math.max(0.1, asr - random() * 0.3),
      empty: random() < 0.02,
    };
    signals.channel = fixed.channel;
    signals.customer = {
      ...signals.customer,
      known: fixed.segment !== '',
      segment: fixed.segment,
      contactsLast30d: fixed.contacts,
    };
    const failed = random() < luck * 0.35;
    const annoyed = random() < temper * (failed ? 0.6 : 0.15);
    const frustration = annoyed ? (random() < 0.25 ? 2 : 1) : 0;
    const polarity = annoyed ? -0.4 - random() * 0.6 : random() * 0.6 - 0.2;
    signals.affect = {
      polarity,
      frustration,
      confusion: random() < 0.06 ? 1 : 0,
      urgency: random() < 0.04 ? 2 : 0,
      sarcasm: random() < 0.01,
    };
    const { trajectory: was } = before ?? signals;
    signals.trajectory = {
      frustrationMax: Math.max(was.frustrationMax, frustration),
      frustratedTurns: was.frustratedTurns + (frustration > 0 ? 1 : 0),
      confusedTurns: was.confusedTurns + (signals.affect.confusion > 0 ? 1 : 0),
      polarityMean: (was.polarityMean * 2 + polarity) / 3,
    };
    const { misunderstanding: so } = before ?? signals;
    signals.misunderstanding = {
      ...so,
      count: so.count + (failed ? 1 : 0),
      consecutive: failed ? so.consecutive + 1 : 0,
      kind: failed ? pick(['no-match', 'repeat', 'correction']) : '',
    };
    const name = failed ? '' : pick(INTENTS);
    signals.intent = {
      name,
      confidence: name === '' ? 0 : 0.6 + random() * 0.4,
      outOfScope: name === '',
      reserved: name === 'payment_difficulty',
      repeats: 0,
    };
    if (random() < 0.015) signals.topics.fraud = 0.5 + random() * 0.5;
    if (random() < 0.01) signals.topics.vulnerability = 0.5 + random() * 0.5;
    return answering(signals, before, wasOffered);
  };

  const answering = (signals: Signals, before: Signals | undefined, wasOffered: boolean): Signals => {
    const answer = wasOffered ? random() : 1;
    const accepts = answer < 0.5;
    const declines = !accepts && answer < 0.85;
    const offers = before?.offers ?? { made: 0, declined: 0, turnsSinceDecline: -1 };
    const since = offers.turnsSinceDecline < 0 ? -1 : offers.turnsSinceDecline + 1;
    signals.offers = {
      made: offers.made + (wasOffered ? 1 : 0),
      declined: offers.declined + (declines ? 1 : 0),
      turnsSinceDecline: declines ? 0 : since,
    };
    const asks = !accepts && random() < 0.04;
    const count = (before?.humanRequest.count ?? 0) + (accepts || asks ? 1 : 0);
    signals.humanRequest = {
      ...signals.humanRequest,
      value: accepts || asks,
      score: accepts ? 1 : asks ? 0.9 : random() * 0.2,
      count,
    };
    return signals;
  };

  return {
    begin: () => (last = turn(false)),
    goOn: (wasOffered) => {
      if (!last || last.turn.customerTurns >= MOST_TURNS || random() < 0.18) return undefined;
      return (last = turn(wasOffered));
    },
  };
}
