import type { Scored } from './auc.js';

/** Precision, recall and their harmonic mean for the positive class; 0 where undefined. */
export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** F1 of "score is at least `threshold`". */
export function f1At(scored: readonly Scored[], threshold: number): PrecisionRecall {
  let [found, right, positives] = [0, 0, 0];
  for (const { score, positive } of scored) {
    if (positive) positives += 1;
    if (score < threshold) continue;
    found += 1;
    if (positive) right += 1;
  }
  return {
    precision: found === 0 ? 0 : right / found,
    recall: positives === 0 ? 0 : right / positives,
    f1: found + positives === 0 ? 0 : (2 * right) / (found + positives),
  };
}

/** The threshold with the highest F1, midway between the two scores it falls between. To be chosen on training data only. */
export function bestF1Threshold(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const positives = sorted.filter((one) => one.positive).length;
  let [right, best, threshold] = [0, 0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < sorted.length; at += 1) {
    if (sorted[at]!.positive) right += 1;
    const next = sorted[at + 1]?.score;
    if (next === sorted[at]!.score) continue;
    const f1 = (2 * right) / (at + 1 + positives);
    if (f1 > best) {
      best = f1;
      threshold = next === undefined ? sorted[at]!.score : (sorted[at]!.score + next) / 2;
    }
  }
  return threshold;
}
