import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { card, spoken } from '../testing/spoken-cards.js';
import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { findPiiOfTurn, NO_CARD_WATCH } from './card-watch.js';
import { findPii } from './find-pii.js';
import type { NumberAsked } from './number-asked.js';
import { numberAskedFor } from './number-asked.js';
import { redact } from './redact.js';

/** The turns of a call as they are published, one after the other: nothing later changes an earlier one. */
function published(
  turns: readonly (readonly [asked: NumberAsked, text: string])[],
  lang: ClaimedLanguage,
): string[] {
  let watch = NO_CARD_WATCH;
  return turns.map(([asked, text]) => {
    const turn = findPiiOfTurn(text, lang, watch, asked);
    watch = turn.watch;
    return redact(text, turn.spans);
  });
}
const parts = (digits: string, cuts: readonly number[]): string[] => {
  const ends = [...cuts].sort((a, b) => a - b);
  return [...ends, digits.length].map((end, at) => digits.slice(at === 0 ? 0 : ends[at - 1], end));
};
const cutsAnywhere = fc.uniqueArray(fc.integer({ min: 4, max: 13 }), { minLength: 1, maxLength: 2 });
const language = fc.constantFrom(...CLAIMED_LANGUAGES);

describe('a card number said over several turns', () => {
  test('given that it was asked for, when its parts come one by one, then no digit of any part is published', () => {
    fc.assert(
      fc.property(
        card,
        language,
        fc.uniqueArray(fc.integer({ min: 2, max: 13 }), { minLength: 1, maxLength: 2 }),
        (digits, lang, cuts) => {
          const said = parts(digits, cuts).filter(({ length }) => length >= 2);
          fc.pre(said.join('') === digits);
          const heard = published(
            said.map((part, at) => [at === 0 ? 'card' : 'none', spoken(part, lang)] as const),
            lang,
          );
          expect(heard).toEqual(said.map(() => '[PAN]'));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('given that nobody asked, when its parts come one by one, then at most the first seven digits are published', () => {
    fc.assert(
      fc.property(card, language, cutsAnywhere, fc.boolean(), (digits, lang, cuts, isWritten) => {
        const said = parts(digits, cuts).filter(({ length }) => length >= 2);
        fc.pre(said.join('') === digits);
        const texts = said.map((part) => (isWritten ? part : spoken(part, lang)));
        const heard = published(
          texts.map((text) => ['none', text] as const),
          lang,
        );
        const open = heard.findIndex((text) => /^\[\w+\]$/.test(text));
        expect(heard.slice(open).every((text) => /^\[\w+\]$/.test(text))).toBe(true);
        expect(said.slice(0, open).join('').length).toBeLessThanOrEqual(7);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'en',
      'my card is four two four two',
      'uh four two four two',
      'and then four two four two four two four two',
    ],
    [
      'es',
      'la tarjeta es cuatro dos cuatro dos',
      'cuatro dos cuatro dos',
      'y cuatro dos cuatro dos cuatro dos cuatro dos',
    ],
    [
      'fr',
      "ma carte c'est quarante-deux quarante-deux",
      'quarante-deux quarante-deux',
      'quarante-deux quarante-deux quarante-deux quarante-deux',
    ],
    [
      'de',
      'die karte ist vier zwei vier zwei',
      'ähm vier zwei vier zwei',
      'vier zwei vier zwei vier zwei vier zwei',
    ],
    [
      'it',
      'la carta è quattro due quattro due',
      'quattro due quattro due',
      'poi quattro due quattro due quattro due quattro due',
    ],
    [
      'pt',
      'o cartão é quatro dois quatro dois',
      'quatro dois quatro dois',
      'e quatro dois quatro dois quatro dois quatro dois',
    ],
  ] as const)(
    'given the %s caller names a card and reads on with words between, then no digit is published',
    (lang, ...turns) => {
      for (const text of published(
        turns.map((turn) => ['none', turn] as const),
        lang,
      )) {
        expect(text).toContain('[PAN]');
        expect(findPiiOfTurn(text, lang).watch.parts).toEqual([]);
      }
    },
  );

  test('given the last part holds the date and the code as well, then they are redacted too', () => {
    expect(
      published(
        [
          ['card', '4111 1111'],
          ['none', '1111 1111, 09 27, 123'],
        ],
        'en',
      ),
    ).toEqual(['[PAN]', '[PAN], [EXPIRY], [CVV]']);
  });

  test('given the number was said, when three digits follow as a turn of their own, then they are its code', () => {
    expect(
      published(
        [
          ['card', '4111 1111 1111 1111'],
          ['none', 'three one five'],
        ],
        'en',
      )[1],
    ).toBe('[CVV]');
    expect(published([['code', 'it is 3 1 5']], 'en')[0]).toBe('it is [CVV]');
  });
});

describe('numbers that are no card', () => {
  test.each<[NumberAsked, string]>([
    ['other', '4417 2932'],
    ['none', 'the order is 4417 2932 88'],
    ['none', 'my reading is four five one double two nine three one'],
    ['none', 'it ends in 4242'],
    ['none', 'I paid 4500 euros'],
    ['none', 'my card was charged 4500 dollars'],
    ['none', 'three one five'],
    ['card', 'I bought it in 2019'],
    ['none', '12 34'],
  ])('given "%s" was asked for, when "%s" is said, then it is published as it is', (asked, text) => {
    expect(published([[asked, text]], 'en')).toEqual([text]);
  });

  test('given the last four were asked for, when the question comes again in other words, then the answer is published', () => {
    const turns = [
      ['none', 'I lost my card'],
      ['other', 'what'],
      ['none', '4242'],
    ] as const;
    expect(published(turns, 'en')).toEqual(turns.map(([, text]) => text));
    expect(published([['other', 'it is the card 4242']], 'en')).toEqual(['it is the card 4242']);
  });

  test('given a number that was asked for after a part of a card, then it is not taken for the rest', () => {
    expect(
      published(
        [
          ['card', '4111 1111'],
          ['other', '20 45 99'],
        ],
        'en',
      )[1],
    ).toBe('20 45 99');
  });

  test('given everyday lines with numbers in them, when nothing was said before, then at most two in a hundred raise an alarm', () => {
    const clean = ['voices', 'unseen'].flatMap((name) =>
      readFileSync(new URL(`../../dev/pii/${name}.marked`, import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line.includes(' | ') && !line.startsWith('#') && !line.includes('[[')),
    );
    const alarms = clean.filter((line) => {
      const [lang, text] = [line.slice(0, 2) as ClaimedLanguage, line.slice(5)];
      return findPiiOfTurn(text, lang).spans.length > findPii(text, lang).length;
    });
    expect(clean.length).toBeGreaterThan(80);
    expect(alarms.length / clean.length).toBeLessThanOrEqual(0.02);
  });
});

describe('what a sentence asks for', () => {
  test.each([
    ['What is the long number on your card?', 'card'],
    ['¿Me dice el número de su tarjeta?', 'card'],
    ['Bitte nennen Sie mir Ihre Kartennummer.', 'card'],
    ['And the security code on the back?', 'code'],
    ['What are the last four digits of your card?', 'other'],
    ['¿Cuáles son las cuatro últimas cifras de su tarjeta?', 'other'],
    ['Quels sont les quatre derniers chiffres de la carte ?', 'other'],
    ['Wie lauten die letzten vier Ziffern der Karte?', 'other'],
    ['Quali sono le ultime quattro cifre della carta?', 'other'],
    ['Quais são os últimos quatro dígitos do cartão?', 'other'],
    ['What is your order number?', 'other'],
    ['How much would you like to pay from your card?', 'other'],
    ['Quelle est votre date de naissance ?', 'other'],
    ['How can I help you?', 'none'],
  ] as const)('"%s": %s', (text, asked) => {
    expect(numberAskedFor(text)).toBe(asked);
  });
});
