import { FEATURE_SPACE } from '../features/hash.js';
import type { LinearModel } from './linear-model.js';
import { sigmoid } from './linear-model.js';
import { shuffled } from './random.js';

/** One example: its features and, per output, 0, 1 or −1 for "not labelled". */
export interface LinearExample {
  readonly index: Uint32Array;
  readonly value: Float32Array;
  readonly targets: Int8Array;
  readonly weight: number;
}

/** How to train. */
export interface LinearTraining {
  readonly seed: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** L2 pull towards zero, applied to the weights an example touches. */
  readonly l2: number;
  /** Per output, how much more a positive example counts. */
  readonly positiveWeight: readonly number[];
}

/** Independent logistic regressions over shared features, by AdaGrad (Duchi et al., 2011); deterministic for a seed. */
export function trainLinear(
  outputs: readonly string[],
  examples: readonly LinearExample[],
  training: LinearTraining,
): LinearModel {
  const width = outputs.length;
  const weights = new Float32Array(FEATURE_SPACE * width);
  const squares = new Float32Array(FEATURE_SPACE * width).fill(1e-3);
  const biases = new Float32Array(width).fill(-2);
  const biasSquares = new Float32Array(width).fill(1);
  const logits = new Float32Array(width);
  const gradients = new Float32Array(width);
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    const rate = training.learningRate / (1 + 0.15 * epoch);
    for (const at of shuffled(examples.length, training.seed + epoch)) {
      const example = examples[at]!;
      const { index, value, targets } = example;
      logits.set(biases);
      for (let feature = 0; feature < index.length; feature += 1) {
        const row = index[feature]! * width;
        const amount = value[feature]!;
        for (let output = 0; output < width; output += 1) logits[output]! += amount * weights[row + output]!;
      }
      let active = false;
      for (let output = 0; output < width; output += 1) {
        const target = targets[output]!;
        if (target < 0) {
          gradients[output] = 0;
          continue;
        }
        const weight = example.weight * (target === 1 ? training.positiveWeight[output]! : 1);
        const gradient = weight * (sigmoid(logits[output]!) - target);
        gradients[output] = Math.abs(gradient) < 0.002 ? 0 : gradient;
        if (gradients[output] !== 0) active = true;
      }
      if (!active) continue;
      for (let output = 0; output < width; output += 1) {
        const gradient = gradients[output]!;
        if (gradient === 0) continue;
        biasSquares[output]! += gradient * gradient;
        biases[output]! -= (0.3 * rate * gradient) / Math.sqrt(biasSquares[output]!);
      }
      for (let feature = 0; feature < index.length; feature += 1) {
        const row = index[feature]! * width;
        const amount = value[feature]!;
        for (let output = 0; output < width; output += 1) {
          if (gradients[output] === 0) continue;
          const cell = row + output;
          const gradient = gradients[output]! * amount + training.l2 * weights[cell]!;
          squares[cell]! += gradient * gradient;
          weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!);
        }
      }
    }
  }
  return quantize(outputs, weights, biases);
}

function quantize(outputs: readonly string[], weights: Float32Array, biases: Float32Array): LinearModel {
  const width = outputs.length;
  const scales = new Float32Array(width);
  for (let output = 0; output < width; output += 1) {
    let largest = 1e-6;
    for (let cell = output; cell < weights.length; cell += width)
      largest = Math.max(largest, Math.abs(weights[cell]!));
    scales[output] = largest / 127;
  }
  const small = new Int8Array(weights.length);
  for (let cell = 0; cell < weights.length; cell += 1)
    small[cell] = Math.round(weights[cell]! / scales[cell % width]!);
  return { outputs, weights: small, scales, biases };
}
