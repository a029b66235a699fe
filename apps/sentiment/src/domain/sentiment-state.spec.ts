import fc from 'fast-check';
import type { Affect } from '@baton/language';
import { keptTurns, noSentiment, score, type SentimentState } from './sentiment-state.js';

const calm: Affect = { polarity: 0.4, frustration: 0, confusion: 0, urgency: 0, sarcasm: false };
const angry: Affect = { ...calm, polarity: -0.8, frustration: 2 };
const lost: Affect = { ...calm, polarity: -0.2, confusion: 1 };

/** The state after these customer turns, two turns apart. */
function after(...affects: Affect[]): SentimentState {
  return affects.reduce(
    (state, affect, position) => score(state, position * 2 + 1, { affect })!.state,
    noSentiment('en'),
  );
}

describe('how a conversation feels', () => {
  it('is scored turn by turn, with how it has developed', () => {
    const { event } = score(after(calm, angry), 5, { affect: lost })!;
    expect(event).toEqual({
      turnIndex: 5,
      affect: lost,
      trajectory: {
        frustrationMax: 2,
        frustratedTurns: 1,
        confusedTurns: 1,
        polarityMean: expect.closeTo(-0.2),
      },
    });
  });

  it('means the last three customer turns only', () => {
    const { event } = score(after(angry, angry, calm, calm), 9, { affect: calm })!;
    expect(event.trajectory!.polarityMean).toBeCloseTo(0.4);
    expect(event.trajectory!.frustratedTurns).toBe(2);
  });

  it('is not changed by a turn that was scored before', () => {
    const state = after(calm, angry);
    expect(score(state, 3, { affect: calm })).toBeUndefined();
    expect(score(state, 1, { affect: calm })).toBeUndefined();
  });

  it('keeps the newest turns and stays small however long the conversation', () => {
    const affects = Array.from({ length: keptTurns + 20 }, () => calm);
    const { scored } = after(...affects);
    expect(scored).toHaveLength(keptTurns);
    expect(scored.at(-1)!.turnIndex).toBe((keptTurns + 19) * 2 + 1);
  });

  it('never forgets the worst moment', () => {
    const anyAffect = fc.record({
      polarity: fc.double({ min: -1, max: 1, noNaN: true }),
      frustration: fc.integer({ min: 0, max: 2 }),
      confusion: fc.integer({ min: 0, max: 2 }),
      urgency: fc.integer({ min: 0, max: 2 }),
      sarcasm: fc.boolean(),
    }) as fc.Arbitrary<Affect>;
    fc.assert(
      fc.property(fc.array(anyAffect, { minLength: 1, maxLength: 30 }), (affects) => {
        const { trajectory } = after(...affects);
        expect(trajectory.frustrationMax).toBe(Math.max(...affects.map(({ frustration }) => frustration)));
        expect(trajectory.frustratedTurns).toBe(affects.filter(({ frustration }) => frustration > 0).length);
        expect(Math.abs(trajectory.polarityMean)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
