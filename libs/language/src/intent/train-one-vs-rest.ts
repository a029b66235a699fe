import { shuffled } from '../linear/random.js';
import type { SparseRow } from './intent-features.js';

/** Weights of one-vs-rest classifiers. */
export interface OneVsRest {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** One example; `label` −1 belongs to no class. */
export interface LabelledRow {
  readonly row: SparseRow;
  readonly label: number;
}

/** One-vs-rest squared-hinge classifiers by AdaGrad: only classes that violate their margin are updated. */
export function trainOneVsRest(
  examples: readonly LabelledRow[],
  rowCount: number,
  classes: number,
  options: { seed: number; epochs: number },
): OneVsRest {
  const weights = new Float32Array(rowCount * classes);
  const squares = new Float32Array(rowCount * classes).fill(0.02);
  const biases = new Float32Array(classes).fill(-0.6);
  const scores = new Float32Array(classes);
  const violated = new Int32Array(classes);
  const gradients = new Float32Array(classes);
  const positiveWeight = Math.max(1, Math.min(6, classes / 8));
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = 0.5 / (1 + 0.12 * epoch);
    for (const at of shuffled(examples.length, options.seed + epoch * 7919)) {
      const { row, label } = examples[at]!;
      const { rows, values } = row;
      scores.set(biases);
      for (let feature = 0; feature < rows.length; feature += 1) {
        const base = rows[feature]! * classes;
        const value = values[feature]!;
        for (let one = 0; one < classes; one += 1) scores[one]! += value * weights[base + one]!;
      }
      let count = 0;
      for (let one = 0; one < classes; one += 1) {
        const target = one === label ? 1 : -1;
        const slack = 1 - target * scores[one]!;
        if (slack <= 0) continue;
        violated[count] = one;
        gradients[count] = -target * Math.min(2, slack) * (target > 0 ? positiveWeight : 1);
        count += 1;
      }
      for (let one = 0; one < count; one += 1) biases[violated[one]!]! -= 0.01 * rate * gradients[one]!;
      for (let feature = 0; feature < rows.length; feature += 1) {
        const base = rows[feature]! * classes;
        const value = values[feature]!;
        for (let one = 0; one < count; one += 1) {
          const cell = base + violated[one]!;
          const gradient = gradients[one]! * value + 1e-4 * weights[cell]!;
          squares[cell]! += gradient * gradient;
          weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!);
        }
      }
    }
  }
  return { weights, biases };
}
