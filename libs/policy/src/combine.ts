import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import type { Decision, FailedRule, MatchedRule } from './decision.js';
import { limitsAt } from './limits-at.js';
import type { Thresholds } from './policy-source.js';
import { SIGNAL_INDEX, SIGNAL_NAMES, type SignalValue } from './signals.js';
import {
  higherPriority,
  type Priority,
  sayKeyOf,
  strongerVerdict,
  type Verdict,
  verdictRank,
} from './verdict.js';

/** Risk is kept in billionths, so that contributions sum to it and rounding noise never crosses a threshold. */
const UNITS = 1e9;
const OFFER = verdictRank('offer-human');
const DECLINED = SIGNAL_INDEX.get('offers.declined')!;
const SINCE_DECLINE = SIGNAL_INDEX.get('offers.turnsSinceDecline')!;

/** The decision that follows from which rules matched (in rule order) on which values (in catalogue order). */
export function combine(
  policy: CompiledPolicy,
  values: readonly (SignalValue | undefined)[],
  matchedRules: readonly CompiledRule[],
  failedRules: readonly FailedRule[],
): Decision {
  const limits = limitsAt(policy, values);
  const cooling = coolingDown(limits.coolDownTurns, values);
  let calm = 1;
  let risk = 0;
  let contributors = 0;
  let hardVerdict: Verdict = 'continue';
  let heldVerdict: Verdict = 'continue';
  const matched: MatchedRule[] = [];
  for (const rule of matchedRules) {
    const inputs = inputsOf(rule, values);
    if (rule.hard) {
      const holds = cooling && givesWay(rule);
      hardVerdict = strongerVerdict(hardVerdict, holds ? 'clarify' : rule.verdict);
      if (holds) heldVerdict = strongerVerdict(heldVerdict, rule.verdict);
      const held = holds ? ({ held: true } as const) : {};
      matched.push({ ruleId: rule.id, hard: true, verdict: rule.verdict, ...held, contribution: 0, inputs });
      continue;
    }
    calm *= 1 - rule.weight;
    const after = Math.round((1 - calm) * UNITS);
    if (rule.weight > 0) contributors += 1;
    matched.push({
      ruleId: rule.id,
      hard: false,
      weight: rule.weight,
      contribution: (after - risk) / UNITS,
      inputs,
    });
    risk = after;
  }
  const asked = verdictOfRisk(limits.thresholds, risk / UNITS);
  const softHeld = verdictRank(asked) >= OFFER && cooling;
  const softVerdict = softHeld ? 'clarify' : asked;
  if (softHeld) heldVerdict = strongerVerdict(heldVerdict, asked);
  const verdict = strongerVerdict(hardVerdict, softVerdict);
  const applies = (rule: CompiledRule): boolean => {
    const own = !rule.hard ? softVerdict : cooling && givesWay(rule) ? 'clarify' : rule.verdict;
    return own !== 'continue' && (own === verdict || verdictRank(own) >= OFFER);
  };
  const manyWeak = verdictRank(softVerdict) >= OFFER && contributors > 2;
  const say = sayKeyOf(verdict);
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    policySha256: policy.sha256,
    verdict,
    risk: risk / UNITS,
    reasons: united(matchedRules, (rule) => rule.reasons, manyWeak ? ['risk'] : []),
    skills: united(matchedRules.filter(applies), (rule) => rule.skills, []),
    priority: priorityOf(matchedRules.filter(applies)),
    matched,
    failedRules: limits.failed.length === 0 ? failedRules : [...failedRules, ...limits.failed],
    ...(say === undefined ? {} : { say }),
    ...(limits.id === undefined ? {} : { limits: limits.id }),
    ...(verdictRank(heldVerdict) > verdictRank(verdict) ? { heldBack: heldVerdict } : {}),
  };
}

function givesWay(rule: CompiledRule): boolean {
  return rule.hard && rule.unlessDeclined && verdictRank(rule.verdict) >= OFFER;
}

function verdictOfRisk(thresholds: Thresholds, risk: number): Verdict {
  // Risk 0 means that no soft rule said anything, even where a policy sets its first threshold to 0.
  if (risk <= 0) return 'continue';
  if (risk >= thresholds.escalate) return 'escalate';
  if (risk >= thresholds.offerHuman) return 'offer-human';
  return risk >= thresholds.clarify ? 'clarify' : 'continue';
}

function coolingDown(turns: number, values: readonly (SignalValue | undefined)[]): boolean {
  const declined = values[DECLINED];
  const since = values[SINCE_DECLINE];
  if (typeof declined !== 'number' || declined <= 0 || typeof since !== 'number') return false;
  return since >= 0 && since <= turns && turns > 0;
}

function inputsOf(
  rule: CompiledRule,
  values: readonly (SignalValue | undefined)[],
): Record<string, SignalValue> {
  const inputs: Record<string, SignalValue> = {};
  for (const index of rule.condition.signals) {
    const value = values[index];
    if (value !== undefined) inputs[SIGNAL_NAMES[index]!] = value;
  }
  return inputs;
}

function united(
  rules: readonly CompiledRule[],
  of: (rule: CompiledRule) => readonly string[],
  last: readonly string[],
): string[] {
  const all = new Set<string>();
  for (const rule of rules) for (const item of of(rule)) all.add(item);
  for (const item of last) all.add(item);
  return [...all];
}

function priorityOf(rules: readonly CompiledRule[]): Priority {
  const [first, ...rest] = rules;
  return first === undefined
    ? 'normal'
    : rest.reduce((top, rule) => higherPriority(top, rule.priority), first.priority);
}
