import { BatonError } from '@baton/kernel';
import type { FeatureVector } from '../features/extract.js';
import { FEATURE_SPACE } from '../features/hash.js';
import type { PackedRows } from './packed-rows.js';
import { packRows, sumRows } from './packed-rows.js';

/** Several linear outputs over one hashed feature space; weights are 8-bit, one scale per output. */
export interface LinearModel {
  readonly outputs: readonly string[];
  /** `FEATURE_SPACE × outputs`, row by row. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

const MAGIC = 'BATONLM1';

const packed = new WeakMap<LinearModel, PackedRows>();
// Room for the lanes of the last word of a row.
const sums = new Int32Array(256);
const totals = new Float64Array(256);

/** Logits of every output; `into` has room for them, and the model for at most 252. Weights must not change after the first call. */
export function scoreLinear(model: LinearModel, features: FeatureVector, into: Float32Array): void {
  const width = model.outputs.length;
  const rows = packed.get(model) ?? pack(model);
  totals.fill(0, 0, width);
  // All features of a group have one value.
  let from = 0;
  for (const to of [features.wordsEnd, features.gramsEnd, features.end]) {
    if (to === from) continue;
    sumRows(rows, features.index, from, to, sums);
    const value = features.value[from]!;
    for (let output = 0; output < width; output += 1) totals[output]! += value * sums[output]!;
    from = to;
  }
  for (let output = 0; output < width; output += 1) {
    into[output] = totals[output]! * model.scales[output]! + model.biases[output]!;
  }
}

function pack(model: LinearModel): PackedRows {
  const rows = packRows(model.weights, model.outputs.length);
  packed.set(model, rows);
  return rows;
}

/** The logistic function. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Binary form: magic, header length, JSON header, weights. */
export function encodeLinear(model: LinearModel): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({ outputs: model.outputs, scales: [...model.scales], biases: [...model.biases] }),
  );
  const bytes = new Uint8Array(12 + header.length + model.weights.length);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, 12);
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    12 + header.length,
  );
  return bytes;
}

/**
 * Reads the binary form.
 * @throws BatonError `model-invalid` where the bytes are not such a model.
 */
export function decodeLinear(bytes: Uint8Array): LinearModel {
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) {
    throw new BatonError('model-invalid', 'not a linear model of this version; build the models again');
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as {
    outputs: string[];
    scales: number[];
    biases: number[];
  };
  const start = bytes.byteOffset + 12 + headerLength;
  const length = FEATURE_SPACE * header.outputs.length;
  if (bytes.byteLength !== 12 + headerLength + length) {
    throw new BatonError('model-invalid', 'the linear model is cut short; build the models again');
  }
  return {
    outputs: header.outputs,
    weights: new Int8Array(bytes.buffer, start, length),
    scales: Float32Array.from(header.scales),
    biases: Float32Array.from(header.biases),
  };
}
