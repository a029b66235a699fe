import { BatonError } from '@baton/kernel';
import { combine } from './combine.js';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import { TURN_VOCABULARY } from './vocabulary.js';
import type { Decision, FailedRule } from './decision.js';
import { SIGNAL_NAMES, type Signals } from './signals.js';
import { type Snapshot, takeSnapshot } from './snapshot.js';

/** Which rules a snapshot matches, and which could not be evaluated. */
export interface Evaluation {
  readonly matched: readonly CompiledRule[];
  readonly failed: readonly FailedRule[];
}

/**
 * Decides one turn. Pure: the same policy and signals give the same decision, byte for byte. Never throws on any
 * signal values: a rule whose condition fails, or that needs a signal which is missing or of another type, counts as
 * no match and is listed in `failedRules`.
 */
export function decide(policy: CompiledPolicy, signals: Signals): Decision {
  const snapshot = takeSnapshot(signals);
  const { matched, failed } = evaluateRules(policy.rules, snapshot);
  return combine(policy, snapshot.values, matched, failed);
}

/** Evaluates each rule's condition, in rule order. */
export function evaluateRules(rules: readonly CompiledRule[], snapshot: Snapshot): Evaluation {
  const matched: CompiledRule[] = [];
  const failed: FailedRule[] = [];
  let cached: Record<string, unknown> | undefined;
  const context = (): Record<string, unknown> => (cached ??= TURN_VOCABULARY.context(snapshot.values));
  for (const rule of rules) {
    const bad = snapshot.faulty ? faultyInput(rule, snapshot) : undefined;
    if (bad !== undefined) {
      failed.push({ ruleId: rule.id, error: `bad-signal: ${bad}` });
      continue;
    }
    try {
      if (rule.condition.test(snapshot.values, context)) matched.push(rule);
    } catch (thrown) {
      failed.push({ ruleId: rule.id, error: thrown instanceof BatonError ? thrown.message : 'unknown' });
    }
  }
  return { matched, failed };
}

function faultyInput(rule: CompiledRule, snapshot: Snapshot): string | undefined {
  const index = rule.condition.signals.find((signal) => snapshot.values[signal] === undefined);
  return index === undefined ? undefined : SIGNAL_NAMES[index];
}
