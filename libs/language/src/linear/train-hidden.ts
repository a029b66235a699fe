import { seededRandom, shuffled } from './random.js';
import { toErrors } from './softmax.js';
import type { SparseRow } from './sparse-row.js';
import type { ClassExample } from './train-softmax.js';

/** A network with one hidden layer of rectified units over sparse rows. */
export interface HiddenModel {
  /** `rows × units`. */
  readonly inputs: Float32Array;
  readonly unitBiases: Float32Array;
  /** `units × classes`. */
  readonly outputs: Float32Array;
  readonly biases: Float32Array;
}

/** How to train. */
export interface HiddenTraining {
  readonly seed: number;
  readonly units: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Share of the features left out at each step. */
  readonly inputDropout: number;
  /** Share of the hidden units left out at each step. */
  readonly unitDropout: number;
}

/** Trains it by AdaGrad with dropout (Srivastava et al., 2014); deterministic for a seed. */
export function trainHidden(
  examples: readonly ClassExample[],
  rowCount: number,
  classes: number,
  training: HiddenTraining,
): HiddenModel {
  const { seed, units, epochs, learningRate, inputDropout, unitDropout } = training;
  const random = seededRandom(seed);
  const spread = (size: number, reach: number): Float32Array =>
    Float32Array.from({ length: size }, () => (random() * 2 - 1) * reach);
  const inputs = spread(rowCount * units, 0.05);
  const outputs = spread(units * classes, Math.sqrt(3 / units));
  const unitBiases = new Float32Array(units);
  const biases = new Float32Array(classes);
  const inputSquares = new Float32Array(inputs.length).fill(1e-3);
  const outputSquares = new Float32Array(outputs.length).fill(1e-3);
  const hidden = new Float32Array(units);
  const errors = new Float32Array(classes);
  const activeClasses = new Int32Array(classes);
  const keptUnits = new Int32Array(units);
  const unitErrors = new Float32Array(units);
  const left: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = learningRate / (1 + 0.1 * epoch);
    for (const at of shuffled(examples.length, seed + epoch * 7919)) {
      const { row, label } = examples[at]!;
      left.length = 0;
      for (let feature = 0; feature < row.rows.length; feature += 1)
        if (random() >= inputDropout) left.push(feature);
      let keptCount = 0;
      for (let unit = 0; unit < units; unit += 1) {
        if (random() < unitDropout) continue;
        keptUnits[keptCount] = unit;
        keptCount += 1;
        hidden[unit] = unitBiases[unit]!;
      }
      for (const feature of left) {
        const base = row.rows[feature]! * units;
        const value = row.values[feature]! / (1 - inputDropout);
        for (let one = 0; one < keptCount; one += 1) {
          const unit = keptUnits[one]!;
          hidden[unit]! += value * inputs[base + unit]!;
        }
      }
      errors.set(biases);
      let activeCount = 0;
      for (let one = 0; one < keptCount; one += 1) {
        const unit = keptUnits[one]!;
        if (hidden[unit]! <= 0) continue;
        keptUnits[activeCount] = unit;
        activeCount += 1;
        hidden[unit]! /= 1 - unitDropout;
        const level = hidden[unit]!;
        const base = unit * classes;
        for (let name = 0; name < classes; name += 1) errors[name]! += level * outputs[base + name]!;
      }
      const count = toErrors(errors, label, activeClasses);
      if (count === 0) continue;
      for (let one = 0; one < activeCount; one += 1) {
        const unit = keptUnits[one]!;
        const base = unit * classes;
        let sum = 0;
        for (let name = 0; name < count; name += 1) {
          const cell = base + activeClasses[name]!;
          const error = errors[activeClasses[name]!]!;
          sum += outputs[cell]! * error;
          const gradient = error * hidden[unit]!;
          const squares = outputSquares[cell]! + gradient * gradient;
          outputSquares[cell] = squares;
          outputs[cell]! -= (rate * gradient) / Math.sqrt(squares);
        }
        unitErrors[unit] = sum / (1 - unitDropout);
        unitBiases[unit]! -= 0.02 * rate * unitErrors[unit];
      }
      for (let name = 0; name < count; name += 1)
        biases[activeClasses[name]!]! -= 0.02 * rate * errors[activeClasses[name]!]!;
      for (const feature of left) {
        const base = row.rows[feature]! * units;
        const value = row.values[feature]! / (1 - inputDropout);
        for (let one = 0; one < activeCount; one += 1) {
          const cell = base + keptUnits[one]!;
          const gradient = unitErrors[keptUnits[one]!]! * value;
          const squares = inputSquares[cell]! + gradient * gradient;
          inputSquares[cell] = squares;
          inputs[cell]! -= (rate * gradient) / Math.sqrt(squares);
        }
      }
    }
  }
  return { inputs, unitBiases, outputs, biases };
}

/** Logits of every class, into `into`. */
export function hiddenLogits(model: HiddenModel, { rows, values }: SparseRow, into: Float32Array): void {
  const { inputs, unitBiases, outputs, biases } = model;
  const units = unitBiases.length;
  const classes = biases.length;
  const hidden = Float32Array.from(unitBiases);
  for (let feature = 0; feature < rows.length; feature += 1) {
    const base = rows[feature]! * units;
    const value = values[feature]!;
    for (let unit = 0; unit < units; unit += 1) hidden[unit]! += value * inputs[base + unit]!;
  }
  into.set(biases);
  for (let unit = 0; unit < units; unit += 1) {
    const level = hidden[unit]!;
    if (level <= 0) continue;
    const base = unit * classes;
    for (let one = 0; one < classes; one += 1) into[one]! += level * outputs[base + one]!;
  }
}
