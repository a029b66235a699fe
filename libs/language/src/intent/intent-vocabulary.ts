import { GramCounter } from './gram-table.js';
import type { IntentGrams } from './intent-grams.js';
import type { IntentVocabulary } from './intent-model.js';

/** The features of training texts, and how rare each is. */
export function buildVocabulary(examples: readonly { readonly grams: IntentGrams }[]): IntentVocabulary {
  const counter = new GramCounter();
  for (const { grams } of examples) {
    counter.add(grams.words);
    counter.add(grams.grams);
    counter.add(grams.classes);
  }
  const total = examples.length;
  return {
    table: counter.table(),
    idf: Float32Array.from(counter.counts, (count) => 1 + Math.log((1 + total) / (1 + count))),
    unseenIdf: 1 + Math.log((1 + total) / 2),
  };
}
