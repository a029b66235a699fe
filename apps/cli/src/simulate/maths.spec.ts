import fc from 'fast-check';
import type { DurationSource } from '@baton/packs';
import { estimate } from './confidence.js';
import { quantileOf } from './duration.js';
import { erlangA } from './erlang-a.js';
import { erlangC } from './erlang-c.js';
import { EventQueue } from './event-queue.js';
import { normalQuantile } from './normal-quantile.js';
import { randomStream } from './random-stream.js';
import { studentQuantile } from './student-quantile.js';

describe('quantiles', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.0013498980316301, -3],
    [1e-10, -6.361340902404056],
  ])('normal %d', (probability, value) => expect(normalQuantile(probability)).toBeCloseTo(value, 9));

  it.each([
    [0.975, 1, 12.7062],
    [0.975, 2, 4.3027],
    [0.975, 4, 2.7764],
    [0.975, 9, 2.2622],
    [0.995, 9, 3.2498],
    [0.975, 29, 2.0452],
    [0.975, 199, 1.972],
  ])('Student’s t %d with %d degrees of freedom', (probability, degrees, value) =>
    expect(studentQuantile(probability, degrees)).toBeCloseTo(value, 3),
  );
});

describe('durations', () => {
  const many = (count: number) => {
    const random = randomStream(7, 7);
    return Array.from({ length: count }, random);
  };

  it.each([
    [{ distribution: 'constant', seconds: 5 }, 5, 0],
    [{ distribution: 'exponential', mean: 300 }, 300, 300],
    [{ distribution: 'lognormal', mean: 300, deviation: 150 }, 300, 150],
    [{ distribution: 'empirical', values: [60, 120, 180] }, 120, 49],
  ] as [DurationSource, number, number][])(
    '%j have the mean and the deviation asked for',
    (source, mean, deviation) => {
      const quantile = quantileOf(source);
      const drawn = many(40_000).map(quantile);
      const seen = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
      const spread = Math.sqrt(drawn.reduce((sum, each) => sum + (each - seen) ** 2, 0) / drawn.length);
      expect(Math.abs(seen - mean)).toBeLessThanOrEqual(mean * 0.02);
      expect(Math.abs(spread - deviation)).toBeLessThanOrEqual(deviation * 0.04 + 1e-9);
    },
  );

  it('never fall as the probability grows', () => {
    const quantile = quantileOf({ distribution: 'lognormal', mean: 200, deviation: 400 });
    const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) =>
        expect(quantile(Math.max(a, b))).toBeGreaterThanOrEqual(quantile(Math.min(a, b))),
      ),
    );
  });
});

describe('random streams', () => {
  it('are the same for the same keys, and others for others', () => {
    const first = (...keys: number[]) => {
      const random = randomStream(...keys);
      return [random(), random(), random()];
    };
    expect(first(1, 2)).toEqual(first(1, 2));
    const firsts = Array.from({ length: 2_000 }, (_, n) => first(1, n)[0]);
    expect(new Set(firsts).size).toBe(2_000);
    expect(firsts.reduce<number>((sum, each) => sum + each!, 0) / 2_000).toBeCloseTo(0.5, 1);
  });
});

describe('the event queue', () => {
  it('gives what was planned by time, and in the order of planning at the same time', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const queue = new EventQueue(0);
        const seen: string[] = [];
        for (const [n, at] of times.entries()) queue.plan(at, () => seen.push(`${at}/${n}`));
        queue.runUntil(21);
        expect(queue.now).toBe(21);
        const wanted = times.map((at, n) => ({ at, n })).sort((a, b) => a.at - b.at || a.n - b.n);
        expect(seen).toEqual(wanted.map(({ at, n }) => `${at}/${n}`));
      }),
    );
  });
});

describe('Erlang', () => {
  it('C: ten erlangs on twelve agents, the textbook case', () => {
    const theory = erlangC({ arrivalRate: 10 / 180, handleSeconds: 180, agents: 12 });
    expect(theory.waits).toBeCloseTo(0.4494, 3);
    expect(theory.meanWaitSeconds).toBeCloseTo(40.4, 1);
    expect(theory.answeredWithin(20)).toBeCloseTo(0.6401, 3);
    expect(erlangC({ arrivalRate: 1, handleSeconds: 10, agents: 10 }).meanWaitSeconds).toBe(Infinity);
  });

  it('A: with patience without end it is C, and one agent with service as long as patience is M/M/∞', () => {
    const input = { arrivalRate: 10 / 180, handleSeconds: 180, agents: 12 };
    const patient = erlangA({ ...input, patienceSeconds: 1e9 });
    expect(patient.meanWaitSeconds).toBeCloseTo(erlangC(input).meanWaitSeconds, 3);
    expect(patient.abandons).toBeLessThan(1e-6);
    const [load, handleSeconds] = [2.5, 100];
    const same = erlangA({
      arrivalRate: load / handleSeconds,
      handleSeconds,
      agents: 1,
      patienceSeconds: 100,
    });
    expect(same.waits).toBeCloseTo(1 - Math.exp(-load), 9);
    expect(same.abandons).toBeCloseTo((load - 1 + Math.exp(-load)) / load, 9);
  });

  it('A: stands a load of thousands of agents', () => {
    const huge = erlangA({ arrivalRate: 20, handleSeconds: 300, agents: 5_000, patienceSeconds: 120 });
    expect(huge.abandons).toBeCloseTo(1 / 6, 3);
    expect(huge.occupancy).toBeCloseTo(1, 6);
  });
});

describe('an estimate', () => {
  it('is the mean with its interval, and none where no figure is known', () => {
    expect(estimate([1, 2, 3])).toEqual({
      mean: 2,
      low: expect.closeTo(2 - 4.3027 / Math.sqrt(3), 3),
      high: expect.closeTo(2 + 4.3027 / Math.sqrt(3), 3),
    });
    expect(estimate([4, null])).toEqual({ mean: 4, low: null, high: null });
    expect(estimate([null])).toBeNull();
  });
});
