import { createHash } from 'node:crypto';
import { canonicalJson, err, ok, type Result } from '@baton/kernel';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import { type Condition, compileCondition } from './condition.js';
import type { PolicyFault } from './policy-fault.js';
import { POLICY_SHAPE, RULE_SHAPE } from './policy-shape.js';
import type { PolicySource, RuleSource } from './policy-source.js';
import { ruleFaults } from './rule-faults.js';
import { shapeFaults } from './shape.js';
import { SIGNAL_NAMES } from './signals.js';
import { textFaults } from './text-faults.js';
import { SAY_KEYS } from './verdict.js';

/** What the policy is checked against; a part left out is not checked. */
export interface PolicyContext {
  /** Names of the skills in routing.yaml. */
  readonly skills?: readonly string[];
  /** The pack's languages, default first. */
  readonly languages?: readonly string[];
}

/** Customer turns in which a caller who declined a human is not offered one again by soft rules. */
export const DEFAULT_COOL_DOWN_TURNS = 3;

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
  if (faults.length > 0) return err(faults);
  const policy = structuredClone(source) as PolicySource;
  return ok({
    id: policy.id,
    version: policy.version,
    sha256: policySha256(policy),
    thresholds: policy.thresholds,
    coolDownTurns: policy.coolDownTurns ?? DEFAULT_COOL_DOWN_TURNS,
    rules: compiled,
    languages: context.languages ?? Object.keys(policy.say.clarify),
    source: policy,
  });
}

/** Hex SHA-256 over the canonical JSON of a policy source: equal policies have equal hashes, whatever their key order. */
export function policySha256(source: PolicySource): string {
  return createHash('sha256').update(canonicalJson(source)).digest('hex');
}

function headFaults(head: PolicySource, language: string | undefined): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const wholeNumber = (field: 'version' | 'coolDownTurns', least: number): void => {
    const value = head[field];
    if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return;
    const message = `${field} must be a whole number, ${least} or more; it is ${value}.`;
    faults.push({ path: [field], code: 'out-of-range', message, instead: `Write ${field}: ${least + 2}.` });
  };
  wholeNumber('version', 1);
  wholeNumber('coolDownTurns', 0);
  const { clarify, offerHuman, escalate } = head.thresholds;
  for (const [name, value] of Object.entries(head.thresholds)) {
    if (value >= 0 && value <= 1) continue;
    const message = `A threshold is a risk from 0 to 1; it is ${value}.`;
    faults.push({
      path: ['thresholds', name],
      code: 'out-of-range',
      message,
      instead: 'Write a number like 0.6.',
    });
  }
  if (!(clarify < offerHuman && offerHuman < escalate)) {
    const message = `Thresholds must ascend; they are clarify ${clarify}, offerHuman ${offerHuman}, escalate ${escalate}.`;
    const instead =
      'Write clarify < offerHuman < escalate: { clarify: 0.4, offerHuman: 0.6, escalate: 0.8 }.';
    faults.push({ path: ['thresholds'], code: 'thresholds-order', message, instead });
  }
  for (const key of SAY_KEYS)
    faults.push(...textFaults(head.say[key], ['say', key], { language, names: [] }));
  return faults;
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
  const base = { id, index, condition, reasons, skills, priority, source: structuredClone(source) };
  return verdict === undefined ? { ...base, hard: false, weight } : { ...base, hard: true, verdict };
}
