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
  const { table, idf, unseenIdf } = vocabulary;
  const unseen = unseenIdf * unseenIdf;
  for (const [group, share] of GROUPS) {
    let squares = 0;
    const first = count;
    const hashes = grams[group];
    for (let at = 0; at < hashes.length; at += 1) {
      const row = rowOf(table, hashes[at]!);
      if (row < 0) {
        squares += unseen;
        continue;
      }
      const weight = idf[row]!;
      squares += weight * weight;
      rows[count] = row;
      values[count] = weight;
      count += 1;
    }
    const factor = squares === 0 ? 0 : share / Math.sqrt(squares);
    for (let at = first; at < count; at += 1) values[at]! *= factor;
  }
  return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
}
