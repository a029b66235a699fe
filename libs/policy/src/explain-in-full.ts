import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import type { Decision } from './decision.js';
import { explain } from './explain.js';
import { explainToCustomer } from './explain-to-customer.js';
import { limitsAt } from './limits-at.js';
import type { Thresholds } from './policy-source.js';
import { SIGNAL_NAMES, type Signals, type SignalValue } from './signals.js';
import { smallestChange, type SmallestChange } from './smallest-change.js';
import { takeSnapshot } from './snapshot.js';
import type { Verdict } from './verdict.js';
import { whatWouldChange, type WhatWouldChange } from './what-would-change.js';

/** One rule of the policy and its part in a decision. */
export interface ExplainedRule {
  readonly ruleId: string;
  readonly hard: boolean;
  readonly verdict?: Verdict;
  readonly weight?: number;
  readonly when: string;
  readonly reasons: readonly string[];
  readonly outcome: 'matched' | 'held' | 'no-match' | 'failed';
  /** What it added to the risk. */
  readonly contribution: number;
  /** Every signal its condition names, with its value. */
  readonly inputs: Readonly<Record<string, SignalValue>>;
}

/** A decision taken apart: words for the customer and the file, every rule, and what would have changed it. */
export interface FullExplanation {
  readonly toCustomer: readonly string[];
  readonly sentences: readonly string[];
  readonly limits: { readonly id?: string; readonly thresholds: Thresholds; readonly coolDownTurns: number };
  /** Every rule of the policy, in rule order. */
  readonly rules: readonly ExplainedRule[];
  readonly smallestChange: SmallestChange | null;
  readonly whatWouldChange: WhatWouldChange;
}

/** Explains a decision in every respect. Throws BatonError `policy-mismatch` where another policy made it. Not for the hot path. */
export function explainInFull(
  policy: CompiledPolicy,
  decision: Decision,
  signals: Signals,
  language: string,
): FullExplanation {
  const sentences = explain(policy, decision, language);
  const { values } = takeSnapshot(signals);
  const { failed: _, ...limits } = limitsAt(policy, values);
  return {
    toCustomer: explainToCustomer(policy, decision, signals, language),
    sentences,
    limits,
    rules: policy.rules.map((rule) => explainedRule(rule, decision, values)),
    smallestChange: smallestChange(policy, signals, decision) ?? null,
    whatWouldChange: whatWouldChange(policy, signals, decision),
  };
}

function explainedRule(
  rule: CompiledRule,
  decision: Decision,
  values: readonly (SignalValue | undefined)[],
): ExplainedRule {
  const match = decision.matched.find(({ ruleId }) => ruleId === rule.id);
  const failed = decision.failedRules.some(({ ruleId }) => ruleId === rule.id);
  const inputs = rule.condition.signals.flatMap((index) => {
    const value = values[index];
    return value === undefined ? [] : [[SIGNAL_NAMES[index]!, value] as const];
  });
  return {
    ruleId: rule.id,
    hard: rule.hard,
    ...(rule.hard ? { verdict: rule.verdict } : { weight: rule.weight }),
    when: rule.condition.source,
    reasons: rule.reasons,
    outcome: match ? (match.held ? 'held' : 'matched') : failed ? 'failed' : 'no-match',
    contribution: match?.contribution ?? 0,
    inputs: Object.fromEntries(inputs),
  };
}
