import fc from 'fast-check';
import { scoreBoostedTrees, trainBoostedTrees } from './boosted-trees.js';
import { logSoftmax } from './softmax.js';
import type { SparseRow } from './sparse-row.js';
import { hiddenLogits, trainHidden } from './train-hidden.js';
import { scoreLogistic, trainLogistic } from './train-logistic.js';
import { softmaxLogits, trainSoftmax } from './train-softmax.js';

const row = (...rows: readonly number[]): SparseRow => ({
  rows: Int32Array.from(rows),
  values: new Float32Array(rows.length).fill(1),
});
const best = (logits: Float32Array): number => logits.indexOf(Math.max(...logits));

describe('softmax', () => {
  it('gives log-probabilities that sum to one, whatever the logits', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -200, max: 200, noNaN: true }), { minLength: 1 }), (given) => {
        const logits = Float32Array.from(given);
        logSoftmax(logits);
        expect([...logits].reduce((sum, one) => sum + Math.exp(one), 0)).toBeCloseTo(1, 4);
      }),
    );
  });
});

describe('classifiers of several classes', () => {
  // Each class by a pair of features; single features say nothing.
  const pairs: [SparseRow, number][] = [
    [row(0, 2, 4), 0],
    [row(1, 3, 4), 0],
    [row(0, 3, 4), 1],
    [row(1, 2, 4), 1],
  ];
  const examples = Array.from({ length: 30 }, () =>
    pairs.map(([one, label]) => ({ row: one, label })),
  ).flat();

  it('a linear one learns what single features tell', () => {
    const single = [0, 1, 2].flatMap((label) =>
      Array.from({ length: 10 }, () => ({ row: row(label), label })),
    );
    const model = trainSoftmax(single, 3, 3, { seed: 1, epochs: 10, learningRate: 0.5 });
    const logits = new Float32Array(3);
    for (const label of [0, 1, 2]) {
      softmaxLogits(model, row(label), logits);
      expect(best(logits)).toBe(label);
    }
  });

  it('a hidden layer learns what only pairs tell, and the same from the same seed', () => {
    const training = {
      seed: 3,
      units: 24,
      epochs: 40,
      learningRate: 0.1,
      inputDropout: 0,
      unitDropout: 0.1,
    };
    const model = trainHidden(examples, 5, 2, training);
    const logits = new Float32Array(2);
    for (const [one, label] of pairs) {
      hiddenLogits(model, one, logits);
      expect(best(logits)).toBe(label);
    }
    expect(trainHidden(examples, 5, 2, training)).toEqual(model);
  });
});

describe('logistic regression', () => {
  it('puts positives above negatives', () => {
    const examples = Array.from({ length: 40 }, (_, at) => ({ row: row(at % 2, 2), positive: at % 2 === 0 }));
    const model = trainLogistic(examples, 3, {
      seed: 1,
      epochs: 10,
      learningRate: 0.3,
      l2: 1e-4,
      positiveWeight: 1,
    });
    expect(scoreLogistic(model, row(0, 2))).toBeGreaterThan(0);
    expect(scoreLogistic(model, row(1, 2))).toBeLessThan(0);
  });
});

describe('boosted trees', () => {
  const training = {
    seed: 1,
    rounds: 30,
    depth: 2,
    shrinkage: 0.3,
    exampleShare: 1,
    featureShare: 1,
    l2: 1,
    leafWeight: 0.5,
  };

  it('learn what only two features together tell', () => {
    const examples = Array.from({ length: 80 }, (_, at) => Float32Array.of(at % 2, (at >> 1) % 2, at % 7));
    const positive = examples.map(([a, b]) => a === 1 && b === 0);
    const model = trainBoostedTrees(examples, positive, training);
    examples.forEach((example, at) => expect(scoreBoostedTrees(model, example) > 0).toBe(positive[at]));
  });

  it('say the base rate where there is nothing to learn', () => {
    const examples = Array.from({ length: 20 }, () => Float32Array.of(1));
    const model = trainBoostedTrees(
      examples,
      examples.map((_, at) => at % 4 === 0),
      training,
    );
    expect(1 / (1 + Math.exp(-scoreBoostedTrees(model, Float32Array.of(1))))).toBeCloseTo(0.25, 1);
  });
});
