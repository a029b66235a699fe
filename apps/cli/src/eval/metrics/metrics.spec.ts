import fc from 'fast-check';
import { rocAuc } from './auc.js';
import { calibrationError } from './calibration-error.js';
import { bestF1Threshold, f1At } from './f1.js';
import { goldenTransfer } from './golden-transfer.js';
import { balancedThreshold, evenThreshold, rejectionAt } from './rejection.js';

const scored = fc.array(fc.record({ score: fc.integer({ min: -5, max: 5 }), positive: fc.boolean() }), {
  minLength: 2,
  maxLength: 40,
});

describe('area under the ROC curve', () => {
  it('is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(scored, (examples) => {
        const positives = examples.filter((one) => one.positive);
        const negatives = examples.filter((one) => !one.positive);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let pairs = 0;
        for (const a of positives)
          for (const b of negatives) pairs += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
        expect(rocAuc(examples)).toBeCloseTo(pairs / (positives.length * negatives.length), 9);
      }),
    );
  });
});

describe('F1', () => {
  it('is the harmonic mean of precision and recall', () => {
    const examples = [
      { score: 3, positive: true },
      { score: 2, positive: false },
      { score: 1, positive: true },
      { score: 0, positive: false },
    ];
    expect(f1At(examples, 2)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(f1At(examples, 9)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('is nowhere better than at the best threshold', () => {
    fc.assert(
      fc.property(scored, (examples) => {
        const best = f1At(examples, bestF1Threshold(examples)).f1;
        for (const { score } of examples) expect(f1At(examples, score).f1).toBeLessThanOrEqual(best + 1e-12);
      }),
    );
  });
});

describe('calibration error', () => {
  it('is 0 where confidence is what comes true, and the gap where it is not', () => {
    const half = [true, false].map((right) => ({ confidence: 0.5, right }));
    expect(calibrationError(half)).toBeCloseTo(0);
    expect(calibrationError([{ confidence: 1, right: false }])).toBeCloseTo(1);
  });
});

describe('rejection', () => {
  const results = [
    { score: 4, inScope: true, right: true },
    { score: 3, inScope: true, right: false },
    { score: 2, inScope: true, right: true },
    { score: 1, inScope: false, right: false },
    { score: 2.5, inScope: false, right: false },
  ];

  it('counts a rejected utterance in scope as wrong', () => {
    expect(rejectionAt(results, 2.2)).toEqual({ inScopeAccuracy: 1 / 3, oosRecall: 0.5 });
  });

  it('chooses the best mean, or the best worse side', () => {
    const { inScopeAccuracy, oosRecall } = rejectionAt(results, balancedThreshold(results));
    expect((inScopeAccuracy + oosRecall) / 2).toBeCloseTo(2 / 3);
    const even = rejectionAt(results, evenThreshold(results));
    expect(Math.min(even.inScopeAccuracy, even.oosRecall)).toBeCloseTo(0.5);
  });
});

describe('golden transfer', () => {
  const flags = (length: number, ...at: readonly number[]) =>
    Array.from({ length }, (_, index) => at.includes(index));
  const atOne = { tolerance: 1, lateness: 0 };

  it('is 1 for silence where none was due, 0 where only one side is empty', () => {
    expect(goldenTransfer(flags(5), flags(5), atOne)).toBe(1);
    expect(goldenTransfer(flags(5), flags(5, 2), atOne)).toBe(0);
    expect(goldenTransfer(flags(5, 2), flags(5), atOne)).toBe(0);
  });

  it('falls with the distance, faster for a lower tolerance and, with lateness above 0, for late ones', () => {
    expect(goldenTransfer(flags(9, 4), flags(9, 4), atOne)).toBe(1);
    expect(goldenTransfer(flags(9, 4), flags(9, 5), atOne)).toBeCloseTo(Math.exp(-0.5), 6);
    expect(goldenTransfer(flags(9, 4), flags(9, 6), { tolerance: 2, lateness: 0 })).toBeCloseTo(
      Math.exp(-0.5),
      6,
    );
    const strict = { tolerance: 1, lateness: 0.5 };
    expect(goldenTransfer(flags(9, 4), flags(9, 5), strict)).toBeLessThan(
      goldenTransfer(flags(9, 4), flags(9, 3), strict),
    );
  });
});
