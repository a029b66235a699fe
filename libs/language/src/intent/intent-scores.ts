import { logSoftmax } from '../linear/softmax.js';
import type { SparseRow } from '../linear/sparse-row.js';
import { hiddenLogits } from '../linear/train-hidden.js';
import { softmaxLogits } from '../linear/train-softmax.js';
import type { IntentModel } from './intent-model.js';

/** Mean log-probability of every intent for one text; what "none of them" has is left to it. */
export function intentScores(
  { linear, networks }: Pick<IntentModel, 'linear' | 'networks'>,
  row: SparseRow,
): Float32Array {
  const scores = new Float32Array(linear.biases.length);
  softmaxLogits(linear, row, scores);
  logSoftmax(scores);
  if (networks.length > 0) {
    const logits = new Float32Array(scores.length);
    for (const network of networks) {
      hiddenLogits(network, row, logits);
      logSoftmax(logits);
      for (let one = 0; one < scores.length; one += 1) scores[one]! += logits[one]!;
    }
    for (let one = 0; one < scores.length; one += 1) scores[one]! /= networks.length + 1;
  }
  return scores.subarray(0, scores.length - 1);
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
