import type { SparseRow } from '../linear/sparse-row.js';
import { rowOf } from './gram-table.js';
import type { IntentGrams } from './intent-grams.js';
import type { IntentVocabulary } from './intent-model.js';

const GROUPS = [
  ['words', 1],
  ['grams', 1],
  ['classes', 0.5],
] as const;

/**
 * Weighs features by rarity and scales each group to its share; features that training never saw still count in the length, so
 * that unknown text scores low.
 */
export function weighFeatures(grams: IntentGrams, vocabulary: IntentVocabulary): SparseRow {
  const most = grams.words.length + grams.grams.length + grams.classes.length;
  const rows = new Int32Array(most);
  const values = new Float32Array(most);
  let count = 0;
  for (const [group, share] of GROUPS) {
    let squares = 0;
    const first = count;
    for (const hash of grams[group]) {
      const row = rowOf(vocabulary.table, hash);
      const weight = row < 0 ? vocabulary.unseenIdf : vocabulary.idf[row]!;
      squares += weight * weight;
      if (row < 0) continue;
      rows[count] = row;
      values[count] = weight;
      count += 1;
    }
    const factor = squares === 0 ? 0 : share / Math.sqrt(squares);
    for (let at = first; at < count; at += 1) values[at]! *= factor;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
}
