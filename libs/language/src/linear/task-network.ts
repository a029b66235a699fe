import { BatonError } from '@baton/kernel';
import type { FeatureVector } from '../features/extract.js';
import { FEATURE_SPACE } from '../features/hash.js';

/**
 * A network with one hidden layer of rectified units that all outputs share: what a linear model cannot tell, such as praise
 * together with a mishap. Inputs are 8-bit, one scale per unit.
 */
export interface TaskNetwork {
  readonly outputs: readonly string[];
  /** `FEATURE_SPACE × units`, row by row. */
  readonly inputs: Int8Array;
  readonly scales: Float32Array;
  readonly unitBiases: Float32Array;
  /** `units × outputs`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

const MAGIC = 'BATONTN1';
const MOST_UNITS = 256;
const levels = new Float32Array(MOST_UNITS);

/** Logits of every output; `into` has room for them. */
export function scoreNetwork(network: TaskNetwork, features: FeatureVector, into: Float32Array): void {
  const { inputs, scales, unitBiases, weights, biases } = network;
  const units = unitBiases.length;
  const width = biases.length;
  levels.fill(0, 0, units);
  for (let at = 0; at < features.end; at += 1) {
    const row = features.index[at]! * units;
    const value = features.value[at]!;
    for (let unit = 0; unit < units; unit += 1) levels[unit]! += value * inputs[row + unit]!;
  }
  into.set(biases);
  for (let unit = 0; unit < units; unit += 1) {
    const level = levels[unit]! * scales[unit]! + unitBiases[unit]!;
    if (level <= 0) continue;
    const row = unit * width;
    for (let output = 0; output < width; output += 1) into[output]! += level * weights[row + output]!;
  }
}

/** Binary form: magic, header length, JSON header, inputs. */
export function encodeNetwork(network: TaskNetwork): Uint8Array {
  const { outputs, scales, unitBiases, weights, biases, inputs } = network;
  const rounded = (values: Float32Array): number[] =>
    [...values].map((value) => Number(value.toPrecision(7)));
  const header = new TextEncoder().encode(
    JSON.stringify({
      outputs,
      scales: rounded(scales),
      unitBiases: rounded(unitBiases),
      weights: rounded(weights),
      biases: rounded(biases),
    }),
  );
  const bytes = new Uint8Array(12 + header.length + inputs.length);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, 12);
  bytes.set(new Uint8Array(inputs.buffer, inputs.byteOffset, inputs.length), 12 + header.length);
  return bytes;
}

/**
 * Reads the binary form.
 * @throws BatonError `model-invalid` where the bytes are not such a network.
 */
export function decodeNetwork(bytes: Uint8Array): TaskNetwork {
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) {
    throw new BatonError('model-invalid', 'not a network of this version; build the models again');
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as Record<
    'scales' | 'unitBiases' | 'weights' | 'biases',
    number[]
  > & { outputs: string[] };
  const length = FEATURE_SPACE * header.unitBiases.length;
  if (bytes.byteLength !== 12 + headerLength + length || header.unitBiases.length > MOST_UNITS) {
    throw new BatonError('model-invalid', 'the network is cut short; build the models again');
  }
  return {
    outputs: header.outputs,
    inputs: new Int8Array(bytes.buffer, bytes.byteOffset + 12 + headerLength, length),
    scales: Float32Array.from(header.scales),
    unitBiases: Float32Array.from(header.unitBiases),
    weights: Float32Array.from(header.weights),
    biases: Float32Array.from(header.biases),
  };
}
