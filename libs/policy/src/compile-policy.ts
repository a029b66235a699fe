import { createHash } from 'node:crypto';
import { canonicalJson, err, ok, type Result } from '@baton/kernel';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import { type Condition, compileCondition } from './condition.js';
import type { PolicyFault } from './policy-fault.js';
import { POLICY_SHAPE, RULE_SHAPE } from './policy-shape.js';
import type { PolicySource, RuleSource } from './policy-source.js';
import { ruleFaults } from './rule-faults.js';
import { compiledLimits, DEFAULT_COOL_DOWN_TURNS, headFaults } from './policy-head.js';
import { shapeFaults } from './shape.js';
import { SIGNAL_NAMES } from './signals.js';
import { textFaults } from './text-faults.js';

/** What the policy is checked against; a part left out is not checked. */
export interface PolicyContext {
  /** Names of the skills in routing.yaml. */
  readonly skills?: readonly string[];
  /** The pack's languages, default first. */
  readonly languages?: readonly string[];
}

/** Steps of all conditions of a policy together: a few milliseconds at the very most. */
const MAX_POLICY_STEPS = 20_000;

/**
 * Checks a parsed `escalation.yaml` (`PolicySource`, but anything is accepted and looked at) and makes it ready to
 * decide. All faults are reported at once, in file order as far as a rule at a time goes. Never throws.
 */
export function compilePolicy(
  source: unknown,
  context: PolicyContext = {},
): Result<CompiledPolicy, PolicyFault[]> {
  const { rules, ...rest } = (typeof source === 'object' && source !== null ? source : {}) as Record<
    string,
    unknown
  >;
  const faults = shapeFaults(rest, POLICY_SHAPE);
  if (!Array.isArray(rules)) {
    const instead = 'Add rules: a list of rules with id, when, verdict or weight, reasons and explain.';
    faults.push({ path: ['rules'], code: 'missing-field', message: '"rules" must be a list.', instead });
    return err(faults);
  }
  const headSound = faults.length === 0;
  const limits = headSound ? compiledLimits(rest as unknown as PolicySource, faults) : [];
  const language = context.languages?.[0];
  if (headSound) faults.push(...headFaults(rest as unknown as PolicySource, language));
  const compiled: CompiledRule[] = [];
  const firstById = new Map<string, number>();
  rules.forEach((rule: unknown, index) => {
    const path = ['rules', index];
    const wrong = shapeFaults(rule, RULE_SHAPE, path);
    faults.push(...wrong);
    if (wrong.length > 0) return;
    const ruleSource = rule as RuleSource;
    faults.push(
      ...duplicateFaults(ruleSource, index, firstById),
      ...ruleFaults(ruleSource, path, context.skills),
    );
    const condition = conditionOf(ruleSource, path, faults);
    if (condition === undefined) return;
    const names = condition.signals.map((signal) => SIGNAL_NAMES[signal]!);
    faults.push(...textFaults(ruleSource.explain, [...path, 'explain'], { language, names }));
    compiled.push(compiledRule(ruleSource, index, condition));
  });
  faults.push(...costFaults([...compiled, ...limits].map(({ condition }) => condition)));
  if (faults.length > 0) return err(faults);
  const policy = structuredClone(source) as PolicySource;
  return ok({
    id: policy.id,
    version: policy.version,
    sha256: policySha256(policy),
    thresholds: policy.thresholds,
    coolDownTurns: policy.coolDownTurns ?? DEFAULT_COOL_DOWN_TURNS,
    limits,
    rules: compiled,
    languages: context.languages ?? Object.keys(policy.say.clarify),
    source: policy,
  });
}

/** Hex SHA-256 over the canonical JSON of a policy source: equal policies have equal hashes, whatever their key order. */
export function policySha256(source: PolicySource): string {
  return createHash('sha256').update(canonicalJson(source)).digest('hex');
}

/** Each condition is bounded by itself; many long ones together would still take their time in every turn. */
function costFaults(conditions: readonly Condition[]): PolicyFault[] {
  const steps = conditions.reduce((sum, condition) => sum + condition.steps, 0);
  if (steps <= MAX_POLICY_STEPS) return [];
  const message = `All conditions together may take ${steps} steps a turn; ${MAX_POLICY_STEPS} are allowed.`;
  const instead = 'Shorten the longest conditions: compare with `in [ … ]` in place of exists().';
  return [{ path: ['rules'], code: 'too-costly', message, instead }];
}

function duplicateFaults(rule: RuleSource, index: number, firstById: Map<string, number>): PolicyFault[] {
  const first = firstById.get(rule.id);
  if (first === undefined) {
    firstById.set(rule.id, index);
    return [];
  }
  const message = `Rule ${first + 1} of the list has the id "${rule.id}" already.`;
  const instead = `Give this one another id, as in ${rule.id}-2.`;
  return [{ path: ['rules', index, 'id'], code: 'duplicate-rule', message, instead }];
}

function conditionOf(
  rule: RuleSource,
  path: readonly (string | number)[],
  faults: PolicyFault[],
): Condition | undefined {
  const compiled = compileCondition(rule.when);
  if (compiled.ok) return compiled.value;
  faults.push(...compiled.error.map((fault) => ({ path: [...path, 'when'], ...fault })));
  return undefined;
}

function compiledRule(source: RuleSource, index: number, condition: Condition): CompiledRule {
  const { id, reasons, skills = [], priority = 'normal', verdict, weight = 0 } = structuredClone(source);
  const { unlessDeclined = false } = source;
  const base = { id, index, condition, reasons, skills, priority, source: structuredClone(source) };
  return verdict === undefined
    ? { ...base, hard: false, weight }
    : { ...base, hard: true, verdict, unlessDeclined };
}
