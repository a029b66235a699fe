import type { Environment } from '@marcbachmann/cel-js';
import { conditionContextOf, environmentOf } from './condition-environment.js';
import type { SignalDefinition } from './signal-catalogue.js';
import { SIGNALS, type SignalValue } from './signals.js';

/** What conditions of one kind may speak of: a catalogue of names with types, and CEL that knows them. */
export interface Vocabulary {
  readonly signals: readonly SignalDefinition[];
  /** In catalogue order; a name's position is its index in a row of values. */
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly environment: Environment;
  /** What one entry is called in faults: `signal`, `field`. */
  readonly noun: string;
  /** The command that lists them. */
  readonly listedBy: string;
  /** A comparison that is right, for advice. */
  readonly example: string;
  /** The evaluation context of a row of values: ints become BigInt, as CEL has them. Faulty values are left out. */
  context(values: readonly (SignalValue | undefined)[]): Record<string, unknown>;
}

/** Declares what conditions of one kind may speak of. */
export function vocabularyOf(
  signals: readonly SignalDefinition[],
  words: Pick<Vocabulary, 'noun' | 'listedBy' | 'example'>,
): Vocabulary {
  const names = signals.map(({ name }) => name);
  const context = conditionContextOf(signals);
  return {
    ...words,
    signals,
    names,
    indexOf: new Map(names.map((name, index) => [name, index])),
    environment: environmentOf(signals, context),
    context: context.of,
  };
}

/** What escalation policies speak of: the signals of a customer turn. */
export const TURN_VOCABULARY: Vocabulary = vocabularyOf(SIGNALS, {
  noun: 'signal',
  listedBy: 'baton policy signals',
  example: 'topics.fraud >= 0.5',
});
