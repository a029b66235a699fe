import fc from 'fast-check';
import { chooseThreshold, fitConfidence } from './calibrate.js';
import { scoreIntent } from './classify-intent.js';
import { GramCounter, rowOf } from './gram-table.js';
import { trainIntentModel } from './train-intent-model.js';

describe('gram table', () => {
  it('finds every feature it counted, and no other', () => {
    const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 300 });
    fc.assert(
      fc.property(hashes, fc.integer({ min: 0, max: 0xffffffff }), (known, other) => {
        const counter = new GramCounter();
        counter.add(Uint32Array.from(known));
        const table = counter.table();
        known.forEach((hash, row) => expect(rowOf(table, hash)).toBe(row));
        if (!known.includes(other)) expect(rowOf(table, other)).toBe(-1);
      }),
    );
  });
});

describe('confidence', () => {
  it('is near the share that comes true', () => {
    const scores = Array.from({ length: 400 }, (_, at) => {
      const score = -(at % 20) / 5;
      return { score, margin: 4 + score, inScope: true, right: at % 7 < 5 + score };
    });
    const [bias, byScore, byMargin] = fitConfidence(scores);
    const mean =
      scores.reduce(
        (sum, { score, margin }) => sum + 1 / (1 + Math.exp(-(bias + byScore * score + byMargin * margin))),
        0,
      ) / scores.length;
    const share = scores.filter((one) => one.right).length / scores.length;
    expect(Math.abs(mean - share)).toBeLessThan(0.02);
    expect(Math.min(byScore, byMargin)).toBeGreaterThanOrEqual(0);
  });

  it('stays finite where all are right or the margins are wide', () => {
    for (const right of [true, false]) {
      const scores = Array.from({ length: 50 }, (_, at) => ({
        score: -at,
        margin: 30,
        inScope: true,
        right,
      }));
      for (const value of fitConfidence(scores)) expect(Number.isFinite(value)).toBe(true);
    }
  });
});

describe('threshold', () => {
  const inside = [-0.1, -0.2, -0.9].map((score) => ({ score, margin: 1, inScope: true, right: true }));

  it('lies between the two sides', () => {
    const outside = [-3, -2].map((score) => ({ score, margin: 1, inScope: false, right: false }));
    expect(chooseThreshold([...inside, ...outside])).toBeCloseTo(-1.45);
  });

  it('counts a light example little', () => {
    const light = { score: -0.5, margin: 1, inScope: false, right: false, weight: 0.01 };
    const heavy = { score: -3, margin: 1, inScope: false, right: false };
    expect(chooseThreshold([...inside, light, heavy])).toBeLessThan(-0.9);
  });
});

describe('an intent model', () => {
  const about = (things: readonly string[], ask: string) => things.map((thing) => `${ask} ${thing}`);
  const intents = [
    {
      name: 'cancel',
      examples: { en: about(['my order', 'the trip', 'my booking', 'it all'], 'please cancel') },
    },
    {
      name: 'invoice',
      examples: { en: about(['march', 'last year', 'my company', 'may'], 'send the invoice for') },
    },
    {
      name: 'price',
      examples: { en: about(['a room', 'two nights', 'parking', 'breakfast'], 'how much is') },
    },
    { name: 'pool', examples: { en: about(['open', 'heated', 'free', 'indoors'], 'is the swimming pool') } },
    { name: 'towels', examples: { en: about(['fresh', 'more', 'two', 'clean'], 'bring me towels,') } },
    { name: 'taxi', examples: { en: about(['noon', 'six', 'dawn', 'eight'], 'order a taxi for') } },
  ];
  const model = trainIntentModel(intents, { seed: 5 });

  it('scores what it knows above what nobody taught it', () => {
    const known = scoreIntent(model, 'cancel the booking please', { lang: 'en' });
    expect(known.name).toBe('cancel');
    expect(known.score).toBeGreaterThan(model.threshold);
    const unknown = scoreIntent(model, 'my neighbour paints birds', { lang: 'en' });
    expect(unknown.score).toBeLessThan(known.score);
  });

  it('has bounded scores for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { score, confidence } = scoreIntent(model, text, { lang: 'en' });
        expect(score).toBeLessThanOrEqual(1e-6);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it('survives a copy between threads', () => {
    const copy = structuredClone(model);
    expect(scoreIntent(copy, 'how much is lunch', { lang: 'en' })).toEqual(
      scoreIntent(model, 'how much is lunch', { lang: 'en' }),
    );
  });
});
