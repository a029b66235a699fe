import { shuffled } from './random.js';
import type { SparseRow } from './sparse-row.js';

/** A linear decision function over sparse rows. */
export interface LogisticModel {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** An example of a two-class problem. */
export interface LogisticExample {
  readonly row: SparseRow;
  readonly positive: boolean;
}

/** How to train. */
export interface LogisticTraining {
  readonly seed: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** L2 pull towards zero, applied to the weights an example touches. */
  readonly l2: number;
  /** How much more a positive example counts. */
  readonly positiveWeight: number;
}

/** Logistic regression over sparse rows by AdaGrad (Duchi et al., 2011); the weights of the last half of the passes are averaged. */
export function trainLogistic(
  examples: readonly LogisticExample[],
  rowCount: number,
  { seed, epochs, learningRate, l2, positiveWeight }: LogisticTraining,
): LogisticModel {
  const weights = new Float32Array(rowCount);
  const squares = new Float32Array(rowCount).fill(1e-2);
  const averaged = new Float64Array(rowCount);
  let bias = 0;
  let biasSquares = 1;
  let averagedBias = 0;
  const averageFrom = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = learningRate / (1 + 0.1 * epoch);
    for (const at of shuffled(examples.length, seed + epoch)) {
      const { row, positive } = examples[at]!;
      const { rows, values } = row;
      const logit = scoreLogistic({ weights, bias }, row);
      const error = (1 / (1 + Math.exp(-logit)) - (positive ? 1 : 0)) * (positive ? positiveWeight : 1);
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
      for (let feature = 0; feature < rows.length; feature += 1) {
        const cell = rows[feature]!;
        const gradient = error * values[feature]! + l2 * weights[cell]!;
        squares[cell]! += gradient * gradient;
        weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!);
      }
    }
    if (epoch < averageFrom) continue;
    const share = 1 / (epochs - averageFrom);
    for (let cell = 0; cell < rowCount; cell += 1) averaged[cell]! += share * weights[cell]!;
    averagedBias += share * bias;
  }
  return { weights: Float32Array.from(averaged), bias: averagedBias };
}

/** The logit of one row. */
export function scoreLogistic(model: LogisticModel, { rows, values }: SparseRow): number {
  let logit = model.bias;
  for (let feature = 0; feature < rows.length; feature += 1)
    logit += values[feature]! * model.weights[rows[feature]!]!;
  return logit;
}
