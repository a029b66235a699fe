import { FEATURE_SPACE } from '../features/hash.js';
import { sigmoid } from './linear-model.js';
import { seededRandom, shuffled } from './random.js';
import type { TaskNetwork } from './task-network.js';
import type { LinearExample } from './train-linear.js';

/** How to train. */
export interface NetworkTraining {
  readonly seed: number;
  readonly units: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Share of the features left out at each step. */
  readonly dropout: number;
  /** Per output, how much more a positive example counts. */
  readonly positiveWeight: readonly number[];
}

/** Trains it by AdaGrad (Duchi et al., 2011) with dropout of features; deterministic for a seed. */
export function trainNetwork(
  outputs: readonly string[],
  examples: readonly LinearExample[],
  training: NetworkTraining,
): TaskNetwork {
  const { seed, units, epochs, learningRate, dropout, positiveWeight } = training;
  const width = outputs.length;
  const random = seededRandom(seed);
  const spread = (size: number, reach: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() * 2 - 1) * reach);
  const inputs = spread(FEATURE_SPACE * units, 0.05);
  const weights = spread(units * width, Math.sqrt(3 / units));
  const unitBiases = new Float32Array(units).fill(0.1);
  const biases = new Float32Array(width).fill(-2);
  const inputSquares = new Float32Array(inputs.length).fill(1e-3);
  const weightSquares = new Float32Array(weights.length).fill(1e-2);
  const levels = new Float32Array(units);
  const unitErrors = new Float32Array(units);
  const errors = new Float32Array(width);
  const kept: number[] = [];
  const grow = 1 / (1 - dropout);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = learningRate / (1 + 0.2 * epoch);
    for (const at of shuffled(examples.length, seed + epoch * 7919)) {
      const { index, value, targets, weight } = examples[at]!;
      kept.length = 0;
      levels.set(unitBiases);
      for (let feature = 0; feature < index.length; feature += 1) {
        if (random() < dropout) continue;
        kept.push(feature);
        const row = index[feature]! * units;
        const amount = value[feature]! * grow;
        for (let unit = 0; unit < units; unit += 1) levels[unit]! += amount * inputs[row + unit]!;
      }
      errors.set(biases);
      for (let unit = 0; unit < units; unit += 1) {
        const level = levels[unit]!;
        if (level <= 0) continue;
        const row = unit * width;
        for (let output = 0; output < width; output += 1) errors[output]! += level * weights[row + output]!;
      }
      let active = false;
      for (let output = 0; output < width; output += 1) {
        const target = targets[output]!;
        const error =
          target < 0
            ? 0
            : weight * (target === 1 ? positiveWeight[output]! : 1) * (sigmoid(errors[output]!) - target);
        errors[output] = Math.abs(error) < 0.002 ? 0 : error;
        if (errors[output] !== 0) active = true;
      }
      if (!active) continue;
      for (let unit = 0; unit < units; unit += 1) {
        const level = levels[unit]!;
        unitErrors[unit] = 0;
        if (level <= 0) continue;
        const row = unit * width;
        let sum = 0;
        for (let output = 0; output < width; output += 1) {
          const error = errors[output]!;
          if (error === 0) continue;
          const cell = row + output;
          sum += weights[cell]! * error;
          const gradient = error * level;
          const squares = weightSquares[cell]! + gradient * gradient;
          weightSquares[cell] = squares;
          weights[cell]! -= (0.3 * rate * gradient) / Math.sqrt(squares);
        }
        unitErrors[unit] = sum;
        unitBiases[unit]! -= 0.02 * rate * sum;
      }
      for (let output = 0; output < width; output += 1) biases[output]! -= 0.02 * rate * errors[output]!;
      for (const feature of kept) {
        const row = index[feature]! * units;
        const amount = value[feature]! * grow;
        for (let unit = 0; unit < units; unit += 1) {
          if (unitErrors[unit] === 0) continue;
          const cell = row + unit;
          const gradient = unitErrors[unit]! * amount;
          const squares = inputSquares[cell]! + gradient * gradient;
          inputSquares[cell] = squares;
          inputs[cell]! -= (rate * gradient) / Math.sqrt(squares);
        }
      }
    }
  }
  return { outputs, ...quantized(inputs, units), unitBiases, weights, biases };
}

function quantized(inputs: Float32Array, units: number): Pick<TaskNetwork, 'inputs' | 'scales'> {
  const scales = new Float32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    let largest = 1e-6;
    for (let cell = unit; cell < inputs.length; cell += units)
      largest = Math.max(largest, Math.abs(inputs[cell]!));
    scales[unit] = largest / 127;
  }
  const small = new Int8Array(inputs.length);
  for (let cell = 0; cell < inputs.length; cell += 1)
    small[cell] = Math.round(inputs[cell]! / scales[cell % units]!);
  return { inputs: small, scales };
}
