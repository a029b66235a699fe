import type { SparseRow } from './intent-features.js';

/** Scores of every class for one text. */
export function intentScores(weights: Float32Array, biases: Float32Array, row: SparseRow): Float32Array {
  const classes = biases.length;
  const scores = Float32Array.from(biases);
  for (let feature = 0; feature < row.rows.length; feature += 1) {
    const base = row.rows[feature]! * classes;
    const value = row.values[feature]!;
    for (let one = 0; one < classes; one += 1) scores[one]! += value * weights[base + one]!;
  }
  return scores;
}

/** The best class and its lead over the second. */
export function topTwo(scores: Float32Array): { best: number; score: number; margin: number } {
  let best = -1;
  let first = -Infinity;
  let second = -Infinity;
  for (let one = 0; one < scores.length; one += 1) {
    const score = scores[one]!;
    if (score > first) {
      second = first;
      first = score;
      best = one;
    } else if (score > second) second = score;
  }
  return { best, score: first, margin: second === -Infinity ? 1 : first - second };
}
