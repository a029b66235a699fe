import type { Pack } from '@baton/packs';
import {
  backtestTally,
  type BacktestReport,
  type CallComparison,
  type Decision,
  type Signals,
} from '@baton/policy';
import { decideUnder, turnPolicyOf } from '@baton/router';
import { callToLookAt, type CallToLookAt } from './look-at.js';

/** Where the conversations came from. */
export interface BacktestSource {
  readonly kind: 'recorded' | 'scripts';
  /** The data folder, or how many scripts were played. */
  readonly from: string;
  readonly pack: string;
}

/** What `baton policy backtest` reports. */
export interface Backtest extends BacktestReport {
  readonly source: BacktestSource;
  readonly policies: {
    readonly before: readonly {
      readonly id: string;
      readonly version: number;
      readonly sha256: string;
      readonly decisions: number;
    }[];
    readonly after: { readonly id: string; readonly version: number; readonly sha256: string };
  };
  /** Whether the policies compared are the same one. */
  readonly samePolicy: boolean;
  /** Conversations in which something changes: gained and lost first. */
  readonly toLookAt: readonly CallToLookAt[];
  /** Scripts whose expectation holds; null where there was none. */
  readonly expectations: {
    readonly before: number;
    readonly after: number;
    readonly of: number;
    readonly broken: readonly string[];
  } | null;
  /** For all of it: reading or playing, deciding, adding up. */
  readonly seconds: number;
  readonly callsPerSecond: number;
}

/** As running services decide under this pack: its policy, and Baton's promise of the keyed zero. */
export function decideAs(pack: Pack): (signals: Signals) => Decision {
  const policy = turnPolicyOf(pack);
  return (signals) => decideUnder(policy, signals, signals.humanRequest.keyed).decision;
}

/** Adds comparisons up and picks what to look at. `began`: when reading or playing began, ms on the clock `now`. */
export function runBacktest(
  pack: Pack,
  source: BacktestSource,
  comparisons: Iterable<CallComparison>,
  rest: Pick<Backtest, 'expectations'> & {
    readonly before: Backtest['policies']['before'];
    readonly began: number;
  },
  now: () => number = () => performance.now(),
): Backtest {
  const policy = turnPolicyOf(pack);
  const queueOf = (skills: readonly string[]): string =>
    pack.routing.queues.find(({ serves }) => serves.some((skill) => skills.includes(skill)))?.name ??
    pack.routing.defaultQueue;
  const tally = backtestTally(queueOf);
  const toLookAt: CallToLookAt[] = [];
  for (const comparison of comparisons) {
    tally.add(comparison);
    const call = callToLookAt(comparison, policy, queueOf);
    if (call) toLookAt.push(call);
  }
  const report = tally.report();
  const seconds = Math.max(0.001, (now() - rest.began) / 1000);
  const { id, version, sha256 } = policy.compiled;
  return {
    source,
    policies: { before: rest.before, after: { id, version, sha256 } },
    samePolicy: rest.before.length === 1 && rest.before[0]!.sha256 === sha256,
    ...report,
    toLookAt: toLookAt.sort((a, b) => order(a) - order(b)),
    expectations: rest.expectations,
    seconds: Number(seconds.toFixed(3)),
    callsPerSecond: Math.round(report.calls / seconds),
  };
}

const ORDER = ['lost', 'gained', 'later', 'earlier', 'elsewhere', 'same'] as const;

function order({ change }: CallToLookAt): number {
  return ORDER.indexOf(change);
}
