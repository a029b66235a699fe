import type { FeatureVector } from '../features/extract.js';

/** Sparse features of one text in rows of an intent model. */
export interface SparseRow {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

const GROUP = [1, 0.8, 0.7] as const;

/**
 * Weighs features by rarity and scales each group (words, character n-grams, classes) to its share; features that
 * training never saw still count in the length, so that unknown text scores low.
 */
export function weighFeatures(
  features: FeatureVector,
  rows: Int32Array,
  idf: Float32Array,
  unseenIdf: number,
): SparseRow {
  const found = new Int32Array(features.end);
  const values = new Float32Array(features.end);
  let count = 0;
  const ends = [features.wordsEnd, features.gramsEnd, features.end];
  let from = 0;
  for (let group = 0; group < 3; group += 1) {
    const end = ends[group]!;
    let squares = 0;
    const first = count;
    for (let at = from; at < end; at += 1) {
      const row = rows[features.index[at]!]!;
      const weight = row < 0 ? unseenIdf : idf[row]!;
      squares += weight * weight;
      if (row < 0) continue;
      found[count] = row;
      values[count] = weight;
      count += 1;
    }
    const factor = squares === 0 ? 0 : GROUP[group]! / Math.sqrt(squares);
    for (let at = first; at < count; at += 1) values[at]! *= factor;
    from = end;
  }
  return { rows: found.subarray(0, count), values: values.subarray(0, count) };
}
