import { nearest } from './nearest.js';
import type { PolicyFault } from './policy-fault.js';
import type { RuleSource } from './policy-source.js';
import { isReasonCode, REASON_CODES } from './reason-codes.js';
import { PRIORITIES, VERDICTS } from './verdict.js';

type Path = readonly (string | number)[];

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a rule says that does not make sense by itself; its condition and texts are looked at elsewhere. */
export function ruleFaults(
  rule: RuleSource,
  path: Path,
  skills: readonly string[] | undefined,
): PolicyFault[] {
  return [
    ...idFaults(rule, path),
    ...effectFaults(rule, path),
    ...reasonFaults(rule, path),
    ...skillFaults(rule, path, skills),
    ...oneOf('priority', rule.priority, PRIORITIES, path),
  ];
}

function idFaults(rule: RuleSource, path: Path): PolicyFault[] {
  if (KEBAB.test(rule.id)) return [];
  const instead = 'Use lower-case letters, digits and hyphens: fraud-reported.';
  return [{ path: [...path, 'id'], code: 'bad-name', message: `"${rule.id}" is not kebab-case.`, instead }];
}

function effectFaults(rule: RuleSource, path: Path): PolicyFault[] {
  if ((rule.verdict === undefined) === (rule.weight === undefined)) {
    const both = rule.verdict !== undefined;
    return [
      {
        path: both ? [...path, 'weight'] : path,
        code: 'verdict-or-weight',
        message: `Rule "${rule.id}" has ${both ? 'both a verdict and a weight' : 'neither a verdict nor a weight'}.`,
        instead:
          'Give it a verdict (hard: decides alone) or a weight 0..1 (soft: adds to the risk), not both.',
      },
    ];
  }
  if (rule.weight !== undefined && !(rule.weight >= 0 && rule.weight <= 1)) {
    const message = `A weight is a number from 0 to 1; it is ${rule.weight}.`;
    return [
      { path: [...path, 'weight'], code: 'out-of-range', message, instead: 'Write a weight like 0.35.' },
    ];
  }
  if (rule.unlessDeclined !== undefined && rule.verdict === undefined) {
    const message = `Rule "${rule.id}" is soft: a refusal holds it back anyway.`;
    const instead = 'Leave unlessDeclined out; it belongs to a rule with a verdict.';
    return [{ path: [...path, 'unlessDeclined'], code: 'no-effect', message, instead }];
  }
  return oneOf('verdict', rule.verdict, VERDICTS, path);
}

function reasonFaults(rule: RuleSource, path: Path): PolicyFault[] {
  const here = [...path, 'reasons'];
  if (rule.reasons.length === 0) {
    const message = `Rule "${rule.id}" gives no reason.`;
    return [{ path: here, code: 'no-reason', message, instead: `Name one of ${REASON_CODES.join(', ')}.` }];
  }
  return rule.reasons.flatMap((code, index) => {
    if (isReasonCode(code)) return [];
    const near = nearest(code, REASON_CODES);
    const own = KEBAB.test(code) ? `x-${code}` : 'x-my-reason';
    return [
      {
        path: [...here, index],
        code: 'unknown-reason' as const,
        message: `"${code}" is not a reason code.`,
        instead: `${near === undefined ? '' : `Did you mean ${near}? `}A pack's own reasons start with x-: ${own}.`,
      },
    ];
  });
}

function skillFaults(rule: RuleSource, path: Path, skills: readonly string[] | undefined): PolicyFault[] {
  if (skills === undefined) return [];
  return (rule.skills ?? []).flatMap((skill, index) => {
    if (skills.includes(skill)) return [];
    const near = nearest(skill, skills);
    return [
      {
        path: [...path, 'skills', index],
        code: 'unknown-skill' as const,
        message: `routing.yaml has no skill "${skill}".`,
        instead:
          near === undefined ? `Use one of ${skills.join(', ')}, or add it there.` : `Did you mean ${near}?`,
      },
    ];
  });
}

function oneOf(
  field: 'verdict' | 'priority',
  value: string | undefined,
  allowed: readonly string[],
  path: Path,
): PolicyFault[] {
  if (value === undefined || allowed.includes(value)) return [];
  const near = nearest(value, allowed);
  return [
    {
      path: [...path, field],
      code: `unknown-${field}`,
      message: `"${value}" is not a ${field}.`,
      instead: near === undefined ? `Use ${allowed.join(', ')}.` : `Did you mean ${near}?`,
    },
  ];
}
