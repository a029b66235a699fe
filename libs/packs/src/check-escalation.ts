import type { z } from 'zod';
import { checkReferences, checkUnique, namesAt } from './check-names.js';
import type { EscalationRule, EscalationSource, escalationSchema, ruleSchema } from './escalation-schema.js';
import type { FoundFault } from './fault.js';

/** Gives a well-shaped policy its type, or says which rules are neither hard nor soft, and what else is wrong. */
export function checkEscalation(
  parsed: z.output<typeof escalationSchema>,
  skills: readonly string[] | undefined,
): { readonly source: EscalationSource | undefined; readonly faults: readonly FoundFault[] } {
  const rules = parsed.rules.map(typedRule);
  const faults = [
    ...checkUnique(
      parsed.rules.map(({ id }, index) => ({ name: id, path: ['rules', index, 'id'] })),
      'rule',
    ),
    ...rules.flatMap((rule, index) =>
      rule === undefined
        ? [
            {
              path: ['rules', index],
              message: 'has both a verdict and a weight, or neither',
              instead: 'one of the two',
            },
          ]
        : [],
    ),
    ...parsed.rules.flatMap((rule, index) =>
      checkReferences(namesAt(rule.skills, ['rules', index, 'skills']), skills, 'skill'),
    ),
    ...checkThresholds(parsed.thresholds),
  ];
  const typed = rules.filter((rule) => rule !== undefined);
  return { source: typed.length === rules.length ? { ...parsed, rules: typed } : undefined, faults };
}

function typedRule({ verdict, weight, ...rule }: z.output<typeof ruleSchema>): EscalationRule | undefined {
  if (verdict !== undefined) return weight === undefined ? { ...rule, verdict } : undefined;
  return weight === undefined ? undefined : { ...rule, weight };
}

function checkThresholds({ clarify, offerHuman, escalate }: EscalationSource['thresholds']): FoundFault[] {
  if (clarify < offerHuman && offerHuman < escalate) return [];
  const instead = 'ascending numbers, e.g. { clarify: 0.4, offerHuman: 0.6, escalate: 0.8 }';
  return [{ path: ['thresholds'], message: 'the thresholds do not ascend', instead }];
}
