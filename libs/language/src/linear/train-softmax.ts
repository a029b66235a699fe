import { shuffled } from './random.js';
import type { SparseRow } from './sparse-row.js';
import { toErrors } from './softmax.js';

/** An example of a problem with several classes. */
export interface ClassExample {
  readonly row: SparseRow;
  readonly label: number;
}

/** Multinomial logistic regression: logits are `biases + row · weights`. */
export interface SoftmaxModel {
  /** `rows × classes`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** How to train. */
export interface SoftmaxTraining {
  readonly seed: number;
  readonly epochs: number;
  readonly learningRate: number;
}

/** Trains multinomial logistic regression by AdaGrad (Duchi et al., 2011); deterministic for a seed. */
export function trainSoftmax(
  examples: readonly ClassExample[],
  rowCount: number,
  classes: number,
  { seed, epochs, learningRate }: SoftmaxTraining,
): SoftmaxModel {
  const weights = new Float32Array(rowCount * classes);
  const squares = new Float32Array(rowCount * classes).fill(1e-2);
  const biases = new Float32Array(classes);
  const errors = new Float32Array(classes);
  const active = new Int32Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = learningRate / (1 + 0.1 * epoch);
    for (const at of shuffled(examples.length, seed + epoch * 7919)) {
      const { row, label } = examples[at]!;
      softmaxLogits({ weights, biases }, row, errors);
      const count = toErrors(errors, label, active);
      for (let one = 0; one < count; one += 1) biases[active[one]!]! -= 0.02 * rate * errors[active[one]!]!;
      for (let feature = 0; feature < row.rows.length; feature += 1) {
        const base = row.rows[feature]! * classes;
        const value = row.values[feature]!;
        for (let one = 0; one < count; one += 1) {
          const cell = base + active[one]!;
          const gradient = errors[active[one]!]! * value;
          const sum = squares[cell]! + gradient * gradient;
          squares[cell] = sum;
          weights[cell]! -= (rate * gradient) / Math.sqrt(sum);
        }
      }
    }
  }
  return { weights, biases };
}

/** Logits of every class, into `into`. */
export function softmaxLogits(
  { weights, biases }: SoftmaxModel,
  { rows, values }: SparseRow,
  into: Float32Array,
): void {
  const classes = biases.length;
  into.set(biases);
  for (let feature = 0; feature < rows.length; feature += 1) {
    const base = rows[feature]! * classes;
    const value = values[feature]!;
    for (let one = 0; one < classes; one += 1) into[one]! += value * weights[base + one]!;
  }
}
