import type { CompiledRule } from './compiled-policy.js';
import { holds, someCombination } from './probe.js';
import { PRIORITIES, verdictRank } from './verdict.js';

/** Combinations tried for a pair of rules; a pair with more is taken as not shadowed. */
const PAIR_LIMIT = 20_000;

/** Whether `rule` can never matter because `by` fires whenever it does and does at least as much. */
export function isShadowed(rule: CompiledRule, by: CompiledRule): boolean {
  if (rule === by || !by.hard || !covers(by, rule)) return false;
  // Two rules that shadow each other: the later one is the one to remove.
  if (rule.hard && rule.index < by.index && covers(rule, by) && firesWhenever(rule, by)) return false;
  return firesWhenever(by, rule);
}

function covers(by: CompiledRule, rule: CompiledRule): boolean {
  if (!by.hard || (by.unlessDeclined && !(rule.hard && rule.unlessDeclined))) return false;
  // A soft rule also feeds the risk, which nobody looks at once the turn escalates anyway.
  const strongEnough = rule.hard
    ? verdictRank(by.verdict) >= verdictRank(rule.verdict)
    : by.verdict === 'escalate';
  return (
    strongEnough &&
    PRIORITIES.indexOf(by.priority) >= PRIORITIES.indexOf(rule.priority) &&
    rule.reasons.every((reason) => by.reasons.includes(reason)) &&
    rule.skills.every((skill) => by.skills.includes(skill))
  );
}

function firesWhenever(by: CompiledRule, rule: CompiledRule): boolean {
  if (!by.condition.signals.some((signal) => rule.condition.signals.includes(signal))) return false;
  const conditions = [rule.condition, by.condition];
  const apart = someCombination(
    conditions,
    PAIR_LIMIT,
    (values) => holds(rule.condition, values) && !holds(by.condition, values),
  );
  return apart === false;
}
