import { combine } from './combine.js';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.js';
import type { Condition } from './condition.js';
import { evaluateRules } from './decide.js';
import type { Decision } from './decision.js';
import { holds, probeValues } from './probe.js';
import { distanceOf } from './signal-distance.js';
import { SIGNAL_NAMES, SIGNALS, type Signals, type SignalValue } from './signals.js';
import { takeSnapshot } from './snapshot.js';
import type { Verdict } from './verdict.js';

/** The fewest and smallest changes of signals after which the policy decides otherwise. */
export interface SmallestChange {
  readonly changes: readonly {
    readonly signal: string;
    readonly from: SignalValue;
    readonly to: SignalValue;
  }[];
  /** The verdict there would be then. */
  readonly verdict: Verdict;
  /** Sum over the changed signals, each 0..1 of its scale. */
  readonly distance: number;
}

interface Option {
  readonly index: number;
  readonly to: SignalValue;
  readonly distance: number;
}

const MOST_SIGNALS = 3;
/** Decisions tried at most: about a tenth of a second. */
const MOST_TRIED = 5_000;

/**
 * What would have had to be different for another verdict: one signal where that is enough, else two or three together. Tried
 * around the constants of the conditions, not proved; undefined where nothing tried changes the verdict. Pure.
 */
export function smallestChange(
  policy: CompiledPolicy,
  signals: Signals,
  decision: Decision,
): SmallestChange | undefined {
  const { values } = takeSnapshot(signals);
  const budget = { left: MOST_TRIED };
  for (let size = 1; size <= MOST_SIGNALS; size += 1) {
    // Where one signal is not enough, several rules hold the verdict up: only their signals can bring it down together.
    const rules = size === 1 ? policy.rules : matchedRules(policy, decision);
    const optionsOf = signalsOf([...rules, ...policy.limits]).map((index) => options(policy, index, values));
    const found = nearest(policy, values, optionsOf, size, decision.verdict, budget);
    if (found) return found;
  }
  return undefined;
}

function matchedRules({ rules }: CompiledPolicy, { matched }: Decision): CompiledRule[] {
  const ids = new Set(matched.map(({ ruleId }) => ruleId));
  return rules.filter(({ id }) => ids.has(id));
}

function signalsOf(users: readonly { readonly condition: Condition }[]): number[] {
  return [...new Set(users.flatMap(({ condition }) => condition.signals))];
}

function options(
  { rules, limits }: CompiledPolicy,
  index: number,
  values: readonly (SignalValue | undefined)[],
): Option[] {
  const from = values[index];
  if (from === undefined) return [];
  const users = [...rules, ...limits]
    .map(({ condition }) => condition)
    .filter(({ signals }) => signals.includes(index));
  const candidates = probeValues(index, users)
    .filter((to) => to !== from)
    .map((to) => ({ index, to, distance: distanceOf(index, from, to) }))
    .sort((a, b) => a.distance - b.distance);
  // Of values that make the same conditions true the nearest is enough; both ends stay, for conditions that need two changes.
  const told = (to: SignalValue): string => {
    const varied = values.with(index, to);
    return users.map((condition) => (holds(condition, varied) ? '1' : '0')).join('');
  };
  const seen = new Set([told(from)]);
  const telling = candidates.filter(({ to }) => seen.size < seen.add(told(to)).size);
  return [
    ...new Set([
      ...telling,
      ...candidates.slice(-1),
      ...candidates.filter(({ to }) => to === SIGNALS[index]!.neutral),
    ]),
  ];
}

function nearest(
  policy: CompiledPolicy,
  values: readonly (SignalValue | undefined)[],
  optionsOf: readonly (readonly Option[])[],
  size: number,
  was: Verdict,
  budget: { left: number },
): SmallestChange | undefined {
  let best: SmallestChange | undefined;
  const chosen: Option[] = [];
  const descend = (from: number): void => {
    if (chosen.length === size) {
      const distance = chosen.reduce((sum, option) => sum + option.distance, 0);
      if ((best && distance >= best.distance) || budget.left <= 0) return;
      budget.left -= 1;
      const verdict = verdictWith(policy, values, chosen);
      if (verdict !== was)
        best = { changes: chosen.map((option) => changeOf(option, values)), verdict, distance };
      return;
    }
    for (let signal = from; signal < optionsOf.length && budget.left > 0; signal += 1) {
      for (const option of optionsOf[signal]!) {
        chosen.push(option);
        descend(signal + 1);
        chosen.pop();
      }
    }
  };
  descend(0);
  return best;
}

function verdictWith(
  policy: CompiledPolicy,
  values: readonly (SignalValue | undefined)[],
  chosen: readonly Option[],
): Verdict {
  const varied = [...values];
  for (const { index, to } of chosen) varied[index] = to;
  const { matched } = evaluateRules(policy.rules, { values: varied, faulty: varied.includes(undefined) });
  return combine(policy, varied, matched, []).verdict;
}

function changeOf({ index, to }: Option, values: readonly (SignalValue | undefined)[]) {
  return { signal: SIGNAL_NAMES[index]!, from: values[index]!, to };
}
