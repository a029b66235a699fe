import fc from 'fast-check';
import { isLuhnValid } from '../pii/cards.js';
import type { ClaimedLanguage } from '../types.js';

const UNITS: Readonly<Record<ClaimedLanguage, string>> = {
  en: 'zero one two three four five six seven eight nine',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun',
  it: 'zero uno due tre quattro cinque sei sette otto nove',
  pt: 'zero um dois três quatro cinco seis sete oito nove',
};
/** Any valid card number of sixteen digits. */
export const card = fc
  .tuple(
    fc.constantFrom('4', '51', '55'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }),
  )
  .map(([prefix, rest]) => {
    const body = (prefix + rest.join('')).slice(0, 15);
    return body + '0123456789'.split('').find((check) => isLuhnValid(body + check))!;
  });
/** A number said digit by digit. */
export const spoken = (digits: string, lang: ClaimedLanguage): string =>
  [...digits].map((digit) => UNITS[lang].split(' ')[Number(digit)]!).join(' ');
