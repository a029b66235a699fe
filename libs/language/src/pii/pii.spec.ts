import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { ClaimedLanguage, PiiSpan } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { isLuhnValid } from './cards.js';
import { findPii } from './find-pii.js';
import { redact } from './redact.js';
import { findSplitCards } from './split-cards.js';

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

const UNITS: Readonly<Record<ClaimedLanguage, string>> = {
  en: 'zero one two three four five six seven eight nine',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun',
  it: 'zero uno due tre quattro cinque sei sette otto nove',
  pt: 'zero um dois três quatro cinco seis sete oito nove',
};
const card = fc
  .tuple(
    fc.constantFrom('4', '51', '55'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([prefix, rest]) => {
    const body = (prefix + rest.join('')).slice(0, 15);
    return body + '0123456789'.split('').find((check) => isLuhnValid(body + check))!;
  });
const spoken = (digits: string, lang: ClaimedLanguage): string =>
  [...digits].map((digit) => UNITS[lang].split(' ')[Number(digit)]!).join(' ');

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

  test('given a card said over two or three turns, when the turns are seen together, then every part of it is a span', () => {
    fc.assert(
      fc.property(
        card,
        fc.constantFrom(...CLAIMED_LANGUAGES),
        fc.uniqueArray(fc.constantFrom(4, 8, 12), { minLength: 1, maxLength: 2 }),
        (digits, lang, cuts) => {
          const ends = [...cuts.sort((a, b) => a - b), 16];
          const turns = ends.map((end, at) => spoken(digits.slice(at === 0 ? 0 : ends[at - 1], end), lang));
          const spans = findSplitCards(turns, lang);
          expect(turns.map((turn, at) => redact(turn, spans[at]!))).toEqual(turns.map(() => '[PAN]'));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('given a card that one turn shows whole, when turns are seen together, then nothing is added', () => {
    expect(findSplitCards(['hello', 'it is 4111 1111 1111 1111', 'thanks'], 'en')).toEqual([[], [], []]);
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
