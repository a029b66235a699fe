import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyzeDialogue, analyzeUtterance, findPiiOfTurn, loadModels } from './index.js';
import { PII_TYPES } from './types.js';

const models = loadModels();
const SIZE = 100_000;

const patterns: readonly (readonly [string, string])[] = [
  ['one letter', 'a'],
  ['letters apart', 'a b c '],
  ['number words', 'four double five oh '],
  ['digits', '4'],
  ['digits apart', '4 1 '],
  ['signs of addresses', 'x@y.'],
  ['said addresses', 'john dot smith at '],
  ['streets', '12 baker street flat 3 '],
  ['names', 'mr john smith my name is '],
  ['identity numbers', 'AB 12 34 56 '],
  ['dates', 'the third of may nineteen '],
  ['passwords', 'my password is '],
  ['letters with examples', 'm for mother, erre esse '],
  ['numbers with pauses', 'pin is 123456 card 4111 um um um um um um '],
  ['streets with hyphens', 'am berg 5 address a-b-ring 4 c/ a 3 '],
  ['birth dates that come first', '3/4/61 is my date of birth '],
  ['full stops', '. '],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['right to left', 'مرحبا أريد التحدث 12 '],
  ['mixed scripts', 'hello привет 你好 नमस्ते שלום '],
  ['combining marks', 'e\u0301\u0302\u0303\u0304'],
  ['lone surrogates', '\ud800x\udfff'],
  ['invisible characters', '\u200b\u200f\u2066\u0000'],
  ['spaces', ' \t\n'],
];

describe('any input', () => {
  it.each(patterns)('answers 100 kB of %s', (_, pattern) => {
    const text = pattern.repeat(Math.ceil(SIZE / pattern.length));

    const analysis = analyzeUtterance(text, { models });

    const points = [...text].length;
    let before = 0;
    const misplaced = analysis.pii.filter(({ type, start, end }) => {
      const isRight = PII_TYPES.includes(type) && start >= before && end > start;
      before = end;
      return !isRight;
    });
    expect(misplaced).toEqual([]);
    expect(before).toBeLessThanOrEqual(points);
    expect(analysis.humanRequest.score).toBeGreaterThanOrEqual(0);
  });

  it.each(patterns)('redacts 100 kB of %s in a call where a card is read out', (_, pattern) => {
    const text = pattern.repeat(Math.ceil(SIZE / pattern.length));
    const watch = {
      parts: ['4111', '1111'],
      redacted: true,
      partsFor: 3,
      cardFor: 3,
      otherFor: 0,
      complete: 16,
    };

    const turn = findPiiOfTurn(text, 'en', watch, 'card');

    let before = 0;
    for (const { start, end } of turn.spans) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      before = end;
    }
    expect(turn.watch.parts.length).toBeLessThanOrEqual(3);
    expect(turn.watch.parts.every((digits) => digits.length <= 15)).toBe(true);
  });

  it('understands any dialogue one entry a customer turn, with numbers in their ranges', () => {
    const turn = fc.record({
      speaker: fc.constantFrom('bot' as const, 'customer' as const),
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', 'no', 'cancel my order', 'sorry i did not get that', 'not cork york', 'olvídelo'),
      ),
      asrConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
        const entries = analyzeDialogue(turns, { models }).turns;

        expect(entries.map((entry) => entry.index)).toEqual(
          turns.flatMap(({ speaker }, index) => (speaker === 'customer' ? [index] : [])),
        );
        for (const { risk, misunderstood, kind } of entries) {
          expect(risk).toBeGreaterThanOrEqual(0);
          expect(risk).toBeLessThanOrEqual(1);
          expect(misunderstood).toBe(kind !== undefined);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets no later turn change the affect and risk of an entry, nor anything past the direct reply its kind', () => {
    const said = fc.record({
      speaker: fc.constantFrom('bot' as const, 'customer' as const),
      text: fc.constantFrom(
        'i want to cancel my order',
        'cancel it',
        'sorry i did not understand that',
        'your balance is ten pounds',
        'no that is not what i said',
        'this is useless',
        'which month would you like?',
        'forget it tell me my balance',
      ),
    });
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 10 }), (turns) => {
        const whole = analyzeDialogue(turns, { models }).turns;

        for (const entry of whole) {
          const alone = analyzeDialogue(turns.slice(0, entry.index + 1), { models }).turns.at(-1)!;
          const replied = analyzeDialogue(turns.slice(0, entry.index + 2), { models }).turns;
          expect({ affect: entry.affect, risk: entry.risk }).toEqual({
            affect: alone.affect,
            risk: alone.risk,
          });
          expect(entry.kind).toBe(replied.find(({ index }) => index === entry.index)!.kind);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names a language it does not claim, and stays silent where there is none', () => {
    expect(
      analyzeUtterance('jeg vil gerne tale om min regning fra sidste måned', { models }).language.code,
    ).toBe('da');
    expect(analyzeUtterance('我想查询我的余额', { models }).language.code).toBe('zh');
    expect(analyzeUtterance('12345 67', { models }).language).toEqual({ code: 'und', confidence: 0 });
  });
});
