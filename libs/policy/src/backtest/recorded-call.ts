import { neutralSignals, SIGNALS, type Signals, type SignalValue } from '../signals.js';
import type { Priority, Verdict } from '../verdict.js';

/** What was decided about a turn, as far as a comparison needs it. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly risk: number;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly priority: Priority;
  /** Rules that matched, in rule order. */
  readonly rules: readonly string[];
}

/** One decided customer turn of a recording. */
export interface RecordedTurn {
  readonly turnIndex: number;
  /** The snapshot the decision was made from, complete (see `completeSignals`). */
  readonly signals: Signals;
  readonly outcome: Outcome;
}

/** A recorded conversation: its decided customer turns by index, each once (the decision that stands). */
export interface RecordedCall {
  readonly id: string;
  readonly turns: readonly RecordedTurn[];
}

/**
 * A recorded snapshot with a neutral value for every signal it lacks or has in another type: signals are added over the years,
 * and a recording made before one existed says nothing about it. `missing` names those.
 */
export function completeSignals(recorded: unknown): {
  readonly signals: Signals;
  readonly missing: string[];
} {
  const signals = neutralSignals() as unknown as Record<string, Record<string, SignalValue> | SignalValue>;
  const given = asRecord(recorded);
  const missing: string[] = [];
  for (const { name, group, field, type } of SLOTS) {
    const value = field === undefined ? given[group] : asRecord(given[group])[field];
    if (typeof value !== type) missing.push(name);
    else if (field === undefined) signals[group] = value as SignalValue;
    else (signals[group] as Record<string, SignalValue>)[field] = value as SignalValue;
  }
  return { signals: signals as unknown as Signals, missing };
}

const SLOTS = SIGNALS.map(({ name, neutral }) => {
  const [group, field] = name.split('.') as [string, string | undefined];
  return { name, group, field, type: typeof neutral };
});

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
