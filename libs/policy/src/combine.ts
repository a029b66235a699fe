import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import type { Decision, FailedRule, MatchedRule } from './decision.js';
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
  let calm = 1;
  let risk = 0;
  let contributors = 0;
  let hardVerdict: Verdict = 'continue';
  const matched: MatchedRule[] = [];
  for (const rule of matchedRules) {
    const inputs = inputsOf(rule, values);
    if (rule.hard) {
      hardVerdict = strongerVerdict(hardVerdict, rule.verdict);
      matched.push({ ruleId: rule.id, hard: true, verdict: rule.verdict, contribution: 0, inputs });
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
  const asked = verdictOfRisk(policy, risk / UNITS);
  const held = verdictRank(asked) >= OFFER && coolingDown(policy, values);
  const softVerdict = held ? 'clarify' : asked;
  const verdict = strongerVerdict(hardVerdict, softVerdict);
  const applies = (rule: CompiledRule): boolean => {
    const own = rule.hard ? rule.verdict : softVerdict;
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
    failedRules,
    ...(say === undefined ? {} : { say }),
    ...(held && verdictRank(asked) > verdictRank(verdict) ? { heldBack: asked } : {}),
  };
}

function verdictOfRisk({ thresholds }: CompiledPolicy, risk: number): Verdict {
  // Risk 0 means that no soft rule said anything, even where a policy sets its first threshold to 0.
  if (risk <= 0) return 'continue';
  if (risk >= thresholds.escalate) return 'escalate';
  if (risk >= thresholds.offerHuman) return 'offer-human';
  return risk >= thresholds.clarify ? 'clarify' : 'continue';
}

function coolingDown(policy: CompiledPolicy, values: readonly (SignalValue | undefined)[]): boolean {
  const declined = values[DECLINED];
  const since = values[SINCE_DECLINE];
  if (typeof declined !== 'number' || declined <= 0 || typeof since !== 'number') return false;
  return since >= 0 && since <= policy.coolDownTurns && policy.coolDownTurns > 0;
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
