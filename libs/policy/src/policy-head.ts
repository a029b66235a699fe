import type { CompiledLimits } from './compiled-policy.js';
import { compileCondition } from './condition.js';
import type { PolicyFault } from './policy-fault.js';
import type { PolicySource, Thresholds } from './policy-source.js';
import { textFaults } from './text-faults.js';
import { SAY_KEYS } from './verdict.js';

type Path = readonly (string | number)[];

/** Customer turns in which a caller who declined a human is not offered one again by soft rules. */
export const DEFAULT_COOL_DOWN_TURNS = 3;

/** What is wrong in a policy beside its rules and limits. */
export function headFaults(head: PolicySource, language: string | undefined): PolicyFault[] {
  return [
    ...wholeNumberFaults('version', head.version, 1, ['version']),
    ...wholeNumberFaults('coolDownTurns', head.coolDownTurns, 0, ['coolDownTurns']),
    ...thresholdFaults(head.thresholds, ['thresholds']),
    ...SAY_KEYS.flatMap((key) => textFaults(head.say[key], ['say', key], { language, names: [] })),
  ];
}

/** The limits of a policy, ready to use; what is wrong with them is added to `faults`. */
export function compiledLimits(head: PolicySource, faults: PolicyFault[]): CompiledLimits[] {
  const seen = new Set<string>();
  return (head.limits ?? []).flatMap((limits, index) => {
    const path = ['limits', index];
    if (seen.has(limits.id)) {
      const message = `Other limits have the id "${limits.id}" already.`;
      faults.push({ path: [...path, 'id'], code: 'duplicate-rule', message, instead: `${limits.id}-2` });
    }
    seen.add(limits.id);
    faults.push(...wholeNumberFaults('coolDownTurns', limits.coolDownTurns, 0, [...path, 'coolDownTurns']));
    if (limits.thresholds) faults.push(...thresholdFaults(limits.thresholds, [...path, 'thresholds']));
    if (limits.thresholds === undefined && limits.coolDownTurns === undefined) {
      const message = `The limits "${limits.id}" change nothing.`;
      faults.push({
        path,
        code: 'no-effect',
        message,
        instead: 'Give them thresholds, coolDownTurns, or both.',
      });
    }
    const condition = compileCondition(limits.when);
    if (!condition.ok) {
      faults.push(...condition.error.map((fault) => ({ path: [...path, 'when'], ...fault })));
      return [];
    }
    const {
      id,
      thresholds = head.thresholds,
      coolDownTurns = head.coolDownTurns ?? DEFAULT_COOL_DOWN_TURNS,
    } = limits;
    return [{ id, index, condition: condition.value, thresholds, coolDownTurns }];
  });
}

function wholeNumberFaults(
  name: string,
  value: number | undefined,
  least: number,
  path: Path,
): PolicyFault[] {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return [];
  const message = `${name} must be a whole number, ${least} or more; it is ${value}.`;
  return [{ path, code: 'out-of-range', message, instead: `Write ${name}: ${least + 2}.` }];
}

function thresholdFaults(thresholds: Thresholds, path: Path): PolicyFault[] {
  const faults: PolicyFault[] = Object.entries(thresholds).flatMap(([name, value]: [string, number]) => {
    if (value >= 0 && value <= 1) return [];
    const message = `A threshold is a risk from 0 to 1; it is ${value}.`;
    return [
      { path: [...path, name], code: 'out-of-range' as const, message, instead: 'Write a number like 0.6.' },
    ];
  });
  const { clarify, offerHuman, escalate } = thresholds;
  if (!(clarify < offerHuman && offerHuman < escalate)) {
    const message = `Thresholds must ascend; they are clarify ${clarify}, offerHuman ${offerHuman}, escalate ${escalate}.`;
    const instead =
      'Write clarify < offerHuman < escalate: { clarify: 0.4, offerHuman: 0.6, escalate: 0.8 }.';
    faults.push({ path, code: 'thresholds-order', message, instead });
  }
  return faults;
}
