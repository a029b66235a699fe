import type { Simulation, SimulatedCalls } from '@baton/packs';
import type { Priority } from '@baton/policy';
import { arrivalTimes, ratesOf } from './arrivals.js';
import { patienceOf, quantileOf, type Quantile } from './duration.js';
import { randomStream, type RandomStream } from './random-stream.js';

/** Somebody who calls, with everything chance has to say of them decided before any policy has its turn. */
export interface Caller {
  /** Unique in a replication. */
  readonly id: string;
  /** Ms since the start. */
  readonly at: number;
  readonly skills: readonly string[];
  readonly language: string;
  readonly priority: Priority;
  /** What the company calls customers like them; empty where the scenario does not say. */
  readonly segment: string;
  /** Proficiency their matter needs; absent: that of the queue. */
  readonly minProficiency: number | undefined;
  /** How long they wait, and wait once more after a transfer, ms. */
  readonly patienceMs: number;
  readonly patienceInTransferMs: number;
  /** How long an agent who fits talks with them, ms. */
  readonly handleMs: number;
  /** How long an agent who does not fit talks with them before a transfer, ms. */
  readonly beforeTransferMs: number;
  readonly wrapUpMs: number;
  /** Against the shares of the scenario, 0 to 1. */
  readonly transferDraw: number;
  readonly callbackDraw: number;
  /** What agents do with an offer of this caller, by the number of the offer. */
  offerDraws(offer: number): RandomStream;
}

/** All callers of a replication, by time. The same seed and replication give the same callers. */
export function callersOf(simulation: Simulation, replication: number): Caller[] {
  const callers = simulation.calls.flatMap((calls, kind) => {
    const draw = drawing(simulation, calls);
    const random = randomStream(simulation.seed, replication, kind);
    return arrivalTimes(ratesOf(simulation, calls), simulation.hours, random).map((at, n) =>
      draw(`${calls.name}-${n}`, at, [simulation.seed, replication, kind, n]),
    );
  });
  return callers.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function drawing(simulation: Simulation, calls: SimulatedCalls) {
  const language = chosenBy(calls.languages);
  const priority = chosenBy(calls.priorities);
  const segment = calls.segments ? chosenBy(calls.segments) : () => '';
  const patience = inMs(patienceOf(calls.patience ?? simulation.patience));
  const { time, bySkill, mismatch } = simulation.handling;
  const ofSkill = calls.skills.map((skill) => bySkill[skill]).find((source) => source !== undefined);
  const handle = inMs(quantileOf(calls.handle ?? ofSkill ?? time));
  const beforeTransfer = inMs(quantileOf(mismatch.beforeTransfer));
  const wrapUp = inMs(quantileOf(simulation.wrapUp));
  return (id: string, at: number, keys: readonly number[]): Caller => {
    const random = randomStream(...keys, 0);
    return {
      id,
      at,
      skills: calls.skills,
      language: language(random()),
      priority: priority(random()),
      minProficiency: calls.minProficiency,
      patienceMs: patience(random()),
      patienceInTransferMs: patience(random()),
      handleMs: handle(random()),
      beforeTransferMs: beforeTransfer(random()),
      wrapUpMs: wrapUp(random()),
      transferDraw: random(),
      callbackDraw: random(),
      segment: segment(random()),
      offerDraws: (offer) => randomStream(...keys, offer + 1),
    };
  };
}

/** One of the names, each as often as its weight says; a uniform number decides. */
function chosenBy<K extends string>(weights: Readonly<Partial<Record<K, number>>>): (draw: number) => K {
  const entries = Object.entries(weights) as [K, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return (draw) => {
    let left = draw * total;
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return entries.at(-1)![0];
  };
}

/** Whole milliseconds, as every clock of Baton counts. */
function inMs(quantile: Quantile): Quantile {
  return (probability) => Math.round(quantile(probability) * 1000);
}
