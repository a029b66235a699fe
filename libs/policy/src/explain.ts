import { BatonError } from '@baton/kernel';
import type { CompiledPolicy } from './compiled-policy.js';
import type { Decision, MatchedRule } from './decision.js';
import type { Text } from './policy-source.js';
import { PLACEHOLDER } from './text-faults.js';
import type { SayKey } from './verdict.js';

/**
 * Why a decision was made, one sentence a matching rule, in rule order and without repeats, in the language asked for
 * or else the pack's first. Throws BatonError `policy-mismatch` when the decision was made by another policy, since
 * its rules may mean something else.
 */
export function explain(policy: CompiledPolicy, decision: Decision, language: string): string[] {
  if (decision.policySha256 !== policy.sha256) {
    const message = `The decision was made by policy ${decision.policySha256}, not ${policy.sha256}.`;
    throw new BatonError('policy-mismatch', message);
  }
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
  const sentences = decision.matched.flatMap((match) => {
    const rule = rules.get(match.ruleId);
    return rule === undefined ? [] : [filled(sentenceIn(rule.source.explain, policy, language), match)];
  });
  return [...new Set(sentences)];
}

/** What the caller hears for a verdict, in their language or else the pack's first. */
export function sayText(policy: CompiledPolicy, key: SayKey, language: string): string {
  return sentenceIn(policy.source.say[key], policy, language);
}

function sentenceIn(text: Text, policy: CompiledPolicy, language: string): string {
  const primary = language.toLowerCase().split('-')[0]!;
  return text[primary] ?? text[policy.languages[0] ?? 'en'] ?? Object.values(text)[0] ?? '';
}

function filled(sentence: string, match: MatchedRule): string {
  return sentence.replace(PLACEHOLDER, (whole, name: string) => String(match.inputs[name] ?? whole));
}
