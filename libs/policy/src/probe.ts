import { type Condition, compileCondition } from './condition.js';
import type { SignalDefinition } from './signal-catalogue.js';
import type { SignalValue } from './signals.js';
import { TURN_VOCABULARY, type Vocabulary } from './vocabulary.js';

/** The part of a condition that says what to try. */
type Probed = Pick<Condition, 'signals' | 'numbers' | 'strings'> & Partial<Pick<Condition, 'vocabulary'>>;

/** How far beside a constant a fraction is tried. */
const STEP = 0.01;

/**
 * The values of one signal worth trying for these conditions: neutral, both ends, and just below, at, just above and
 * between the constants they compare with.
 */
export function probeValues(index: number, conditions: readonly Probed[]): SignalValue[] {
  const signal = vocabularyOfAll(conditions).signals[index]!;
  if (signal.type === 'bool') return [false, true];
  if (signal.type === 'string') {
    if (signal.values !== undefined) return [...signal.values];
    const written = conditions.flatMap((condition) => condition.strings);
    return [...new Set([signal.neutral, ...written, ...written.map((s) => `${s}x`), 'other'])];
  }
  const constants = conditions.flatMap((condition) => condition.numbers);
  return probeNumbers(signal, constants);
}

function probeNumbers(signal: SignalDefinition, constants: readonly number[]): number[] {
  const { min = -Infinity, max = Infinity } = signal;
  const whole = signal.type === 'int';
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((high, i) => (high + sorted[i]!) / 2);
  const step = whole ? 1 : STEP;
  const around = [...sorted.flatMap((c) => [c - step, c, c + step]), ...between];
  const candidates = [signal.neutral as number, min, max, ...around];
  const fitting = candidates
    .flatMap((value) => (whole ? [Math.floor(value), Math.ceil(value)] : [Math.round(value * 1e6) / 1e6]))
    .filter((value) => Number.isFinite(value) && value >= min && value <= max);
  return [...new Set(fitting)].sort((a, b) => a - b);
}

/** The neutral snapshot in catalogue order, to vary. */
export function neutralValues({ signals }: Vocabulary = TURN_VOCABULARY): SignalValue[] {
  return signals.map((signal) => signal.neutral);
}

function vocabularyOfAll(conditions: readonly Probed[]): Vocabulary {
  return conditions[0]?.vocabulary ?? TURN_VOCABULARY;
}

/**
 * Calls `visit` with every combination of probe values of the given signals, until it returns true. The array is
 * reused between calls. Gives whether any call returned true, or undefined where there are more than `limit`
 * combinations, and nothing was tried.
 */
export function someCombination(
  conditions: readonly Probed[],
  limit: number,
  visit: (values: readonly SignalValue[]) => boolean,
): boolean | undefined {
  const signals = [...new Set(conditions.flatMap((condition) => condition.signals))];
  const domains = signals.map((index) => probeValues(index, conditions));
  if (domains.reduce((product, domain) => product * domain.length, 1) > limit) return undefined;
  const values = neutralValues(vocabularyOfAll(conditions));
  const descend = (depth: number): boolean => {
    if (depth === signals.length) return visit(values);
    return domains[depth]!.some((value) => {
      values[signals[depth]!] = value;
      return descend(depth + 1);
    });
  };
  return descend(0);
}

/** Whether the condition is true on these values; a failing condition is not. */
export function holds(condition: Condition, values: readonly (SignalValue | undefined)[]): boolean {
  try {
    return condition.test(values);
  } catch {
    return false;
  }
}

/** Whether the condition fails on any probed snapshot; undefined where there is too much to try. */
export function fails(condition: Condition, limit = 20_000): boolean | undefined {
  if (!condition.canFail) return false;
  return someCombination([condition], limit, (values) => {
    try {
      condition.test(values);
      return false;
    } catch {
      return true;
    }
  });
}

/**
 * Whether any probed snapshot satisfies the condition; undefined where there is too much to try. Parts joined by
 * `&&` that share no signal are tried apart, which keeps long conditions cheap.
 */
export function canFire(condition: Condition, limit = 50_000): boolean | undefined {
  const parts = condition.conjuncts.flatMap((source) => {
    const part = compileCondition(source, condition.vocabulary);
    return part.ok ? [part.value] : [];
  });
  if (parts.length < condition.conjuncts.length) return undefined;
  let known: boolean | undefined = true;
  for (const component of connected(parts)) {
    const found = someCombination(component, limit, (values) =>
      component.every((part) => holds(part, values)),
    );
    if (found === false) return false;
    if (found === undefined) known = undefined;
  }
  return known;
}

/** Groups conditions that share signals, directly or through others. */
function connected(parts: readonly Condition[]): Condition[][] {
  const groups: Condition[][] = [];
  for (const part of parts) {
    const touching = groups.filter((group) =>
      group.some((other) => part.signals.some((s) => other.signals.includes(s))),
    );
    const merged = [...touching.flat(), part];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}
