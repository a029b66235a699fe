import { combine } from './combine.js';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import { evaluateRules } from './decide.js';
import type { Decision } from './decision.js';
import { probeValues } from './probe.js';
import { distanceOf } from './signal-distance.js';
import { SIGNAL_NAMES, SIGNALS, type Signals, type SignalValue } from './signals.js';
import { takeSnapshot } from './snapshot.js';
import { type Verdict, verdictRank } from './verdict.js';

/** The verdict there would be if one rule had matched, or had not. */
export interface RuleChange {
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly risk: number;
}

/** The verdict there would be if one signal had had another value. */
export interface SignalChange {
  readonly signal: string;
  readonly from: SignalValue;
  readonly to: SignalValue;
  readonly verdict: Verdict;
  readonly risk: number;
  /** 0..1: how far `to` is from `from` on the signal's scale (10 for counts); 1 for a flag or a word. */
  readonly distance: number;
}

/** How near a decision was to another one. */
export interface WhatWouldChange {
  /** Matched rules without any one of which the verdict would be lower. */
  readonly lower: readonly RuleChange[];
  /** Soft rules that did not match and any one of which would raise the verdict. */
  readonly raise: readonly RuleChange[];
  /** Changes of one signal that change the verdict, smallest first; at most one down and one up a signal. */
  readonly signals: readonly SignalChange[];
}

/** The single-rule and single-signal changes that would have changed the verdict. Pure; for people, not the hot path. */
export function whatWouldChange(
  policy: CompiledPolicy,
  signals: Signals,
  decision: Decision,
): WhatWouldChange {
  const snapshot = takeSnapshot(signals);
  const { matched } = evaluateRules(policy.rules, snapshot);
  const rank = verdictRank(decision.verdict);
  const without = (rules: readonly CompiledRule[], ruleId: string): RuleChange => {
    const { verdict, risk } = combine(policy, snapshot.values, rules, []);
    return { ruleId, verdict, risk };
  };
  const lower = matched
    .map((rule) =>
      without(
        matched.filter((other) => other !== rule),
        rule.id,
      ),
    )
    .filter((change) => verdictRank(change.verdict) < rank);
  const raise = policy.rules
    .filter((rule) => !rule.hard && !matched.includes(rule))
    .map((rule) =>
      without(
        policy.rules.filter((other) => other === rule || matched.includes(other)),
        rule.id,
      ),
    )
    .filter((change) => verdictRank(change.verdict) > rank);
  return { lower, raise, signals: signalChanges(policy, snapshot.values, rank) };
}

function signalChanges(
  policy: CompiledPolicy,
  values: readonly (SignalValue | undefined)[],
  rank: number,
): SignalChange[] {
  const changes = SIGNALS.flatMap((_, index) => {
    const from = values[index];
    const users = [...policy.rules, ...policy.limits]
      .map(({ condition }) => condition)
      .filter((condition) => condition.signals.includes(index));
    if (from === undefined || users.length === 0) return [];
    const candidates = probeValues(index, users)
      .filter((to) => to !== from)
      .map((to) => ({ to, distance: distanceOf(index, from, to) }))
      .sort((a, b) => a.distance - b.distance);
    const found: SignalChange[] = [];
    for (const { to, distance } of candidates) {
      if (found.length === 2) break;
      const varied = values.with(index, to);
      const { matched } = evaluateRules(policy.rules, { values: varied, faulty: varied.includes(undefined) });
      const { verdict, risk } = combine(policy, varied, matched, []);
      const direction = Math.sign(verdictRank(verdict) - rank);
      if (direction === 0 || found.some((c) => Math.sign(verdictRank(c.verdict) - rank) === direction))
        continue;
      found.push({ signal: SIGNAL_NAMES[index]!, from, to, verdict, risk, distance });
    }
    return found;
  });
  return changes.sort(
    (a, b) => a.distance - b.distance || (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0),
  );
}
