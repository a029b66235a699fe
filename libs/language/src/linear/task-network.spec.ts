import { BatonError } from '@baton/kernel';
import type { FeatureVector } from '../features/extract.js';
import { decodeNetwork, encodeNetwork, scoreNetwork } from './task-network.js';
import type { LinearExample } from './train-linear.js';
import { trainNetwork } from './train-network.js';

const features = (...index: readonly number[]): FeatureVector => ({
  index: Uint32Array.from(index),
  value: new Float32Array(index.length).fill(1),
  wordsEnd: index.length,
  gramsEnd: index.length,
  end: index.length,
});
const example = (index: readonly number[], target: number): LinearExample => ({
  index: Uint32Array.from(index),
  value: new Float32Array(index.length).fill(1),
  // The second output is labelled nowhere.
  targets: Int8Array.from([target, -1]),
  weight: 1,
});

// Praise (0) or a mishap (2) alone is no mockery, nor is praise of a success (3); praise of a mishap is.
const texts: readonly [readonly number[], number][] = [
  [[0, 2], 1],
  [[0, 3], 0],
  [[1, 2], 0],
  [[1, 3], 1],
];
const examples = Array.from({ length: 30 }, () =>
  texts.map(([index, target]) => example(index, target)),
).flat();
const training = { seed: 5, units: 8, epochs: 20, learningRate: 0.1, dropout: 0, positiveWeight: [1, 1] };
const network = trainNetwork(['mockery', 'unlabelled'], examples, training);

describe('network of one hidden layer', () => {
  const logits = new Float32Array(2);

  it('learns what only pairs of features tell', () => {
    for (const [index, target] of texts) {
      scoreNetwork(network, features(...index), logits);
      expect(logits[0]! > 0).toBe(target === 1);
    }
  });

  it('is the same from the same seed, and the same again from its bytes', () => {
    const bytes = encodeNetwork(trainNetwork(['mockery', 'unlabelled'], examples, training));
    expect(Buffer.from(encodeNetwork(decodeNetwork(bytes))).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(encodeNetwork(network)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('refuses bytes that are something else or cut short', () => {
    const bytes = encodeNetwork(network);
    for (const wrong of [bytes.subarray(0, bytes.length - 1), new TextEncoder().encode('BATONLM1 and so on')])
      expect(() => decodeNetwork(wrong)).toThrow(BatonError);
  });
});
