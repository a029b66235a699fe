import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { card, spoken } from '../testing/spoken-cards.js';
import type { ClaimedLanguage, PiiSpan } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { findPii } from './find-pii.js';
import { redact } from './redact.js';

interface Told {
  readonly id: string;
  readonly lang: ClaimedLanguage;
  readonly text: string;
  readonly spans: readonly { readonly type: string; readonly text: string }[];
}
const told = readFileSync(new URL('../../dev/pii/told.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Told);
const value = (text: string, { type, start, end }: PiiSpan): string =>
  `${type}:${[...text].slice(start, end).join('')}`;
const values = (text: string, lang: ClaimedLanguage): string[] =>
  findPii(text, lang).map((span) => value(text, span));

describe('personal data told in other words', () => {
  test.each([
    'PAN',
    'CVV',
    'EXPIRY',
    'SSN',
    'IBAN',
    'ACCOUNT',
    'PHONE',
    'EMAIL',
    'DOB',
    'ADDRESS',
    'NAME',
    'PASSWORD',
  ])('given the told lines, when they are searched, then %s is found word for word nearly always', (type) => {
    const missed = told.flatMap(({ id, lang, text, spans }) => {
      const found = values(text, lang);
      return spans
        .filter((span) => span.type === type && !found.includes(`${type}:${span.text}`))
        .map(() => id);
    });
    const total = told.flatMap(({ spans }) => spans).filter((span) => span.type === type).length;
    expect(missed.length / total).toBeLessThanOrEqual(type === 'PAN' || type === 'CVV' ? 0 : 0.07);
  });

  test('given lines without personal data, when they are searched, then at most two in a hundred raise an alarm', () => {
    const clean = told.filter(({ spans }) => spans.length === 0);
    const alarms = clean.filter(({ text, lang }) => findPii(text, lang).length > 0);
    expect(alarms.length / clean.length).toBeLessThanOrEqual(0.02);
  });

  test.each([
    ['en', "i'm exhausted and it's a disgrace"],
    ['en', 'call me back when the engineer is free'],
    ['es', 'soy la señora de la limpieza'],
    ['fr', "c'est le début de mon contrat"],
    ['de', 'wer ist bei uns im ort zuständig'],
    ['it', 'sono arrabbiato e sono in ritardo'],
    ['pt', 'queria ser atendido por alguém da secção de sinistros'],
  ] as const)('given the %s phrase "%s", then nobody is named', (lang, text) => {
    expect(values(text, lang)).toEqual([]);
  });
});

describe('card numbers', () => {
  test('given any valid card said digit by digit in any language, when it is redacted, then no digit of it is left', () => {
    fc.assert(
      fc.property(card, fc.constantFrom(...CLAIMED_LANGUAGES), (digits, lang) => {
        const text = spoken(digits, lang);
        expect(redact(text, findPii(text, lang))).toBe('[PAN]');
      }),
      { numRuns: 200 },
    );
  });
});

describe('any text', () => {
  test('given names, particles and marks in any order, when searched, then spans are in order, apart and inside the text', () => {
    const word = fc.constantFrom(
      'my',
      'name',
      'is',
      'emma',
      'van',
      'de',
      'la',
      "o'",
      '-',
      "'",
      'linden',
      'mr',
      'and',
      'forty',
      '12',
      'at',
      'dot',
      'com',
      'Rose',
      'back',
      'm',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(...CLAIMED_LANGUAGES), (list, lang) => {
        const text = list.join(' ');
        let last = 0;
        for (const { start, end } of findPii(text, lang)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
