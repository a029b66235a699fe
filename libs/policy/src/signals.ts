import { SIGNAL_CATALOGUE, type SignalDefinition, type SignalType } from './signal-catalogue.js';

type Entry = (typeof SIGNAL_CATALOGUE)[number];

/** The name of a signal, as a condition writes it. */
export type SignalName = Entry['name'];

/** What a signal can be. */
export type SignalValue = number | boolean | string;

type ValueOf<T extends SignalType> = T extends 'bool' ? boolean : T extends 'string' ? string : number;
type Named<N> = Extract<Entry, { name: N }>;
type Group = SignalName extends infer N ? (N extends `${infer G}.${string}` ? G : never) : never;
type Field<G extends string> = SignalName extends infer N ? (N extends `${G}.${infer F}` ? F : never) : never;
type Bare = Exclude<SignalName, `${string}.${string}`>;

/**
 * Everything the policy knows about a conversation at one customer turn, nested as conditions write it
 * (`signals.topics.fraud`). Ints are whole numbers. Derived from the catalogue, so the two cannot differ.
 */
export type Signals = {
  [G in Group]: { [F in Field<G>]: ValueOf<Named<`${G}.${F}`>['type']> };
} & { [B in Bare]: ValueOf<Named<B>['type']> };

/** The catalogue, widened for code that treats all signals alike. */
export const SIGNALS: readonly SignalDefinition[] = SIGNAL_CATALOGUE;

/** The names, in catalogue order; a signal's position here is its index in a snapshot. */
export const SIGNAL_NAMES: readonly string[] = SIGNALS.map((signal) => signal.name);

/** Position of each name in the catalogue. */
export const SIGNAL_INDEX: ReadonlyMap<string, number> = new Map(
  SIGNAL_NAMES.map((name, index) => [name, index]),
);

/** A fresh snapshot of a turn in which nothing happened; no shipped rule should fire on it. */
export function neutralSignals(): Signals {
  const signals: Record<string, unknown> = {};
  for (const [group, fields] of neutralGroups) {
    signals[group] = typeof fields === 'object' ? { ...fields } : fields;
  }
  return signals as Signals;
}

/** A nested snapshot from values in catalogue order. */
export function nestSignals(values: readonly (SignalValue | undefined)[]): Signals {
  const nested: Record<string, unknown> = {};
  SIGNAL_NAMES.forEach((name, index) => {
    const [group, field] = name.split('.') as [string, string | undefined];
    if (field === undefined) nested[group] = values[index];
    else ((nested[group] ??= {}) as Record<string, unknown>)[field] = values[index];
  });
  return nested as Signals;
}

// Made for every turn: copying a few small objects costs a tenth of naming sixty fields again.
const neutralGroups: readonly (readonly [string, SignalValue | object])[] = Object.entries(
  nestSignals(SIGNALS.map((signal) => signal.neutral)),
);
