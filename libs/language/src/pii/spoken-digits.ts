import type { ClaimedLanguage } from '../types.js';
import { digitParts, numberLanguage } from './digit-parts.js';
import { itemize } from './items.js';

/** Every digit of a text in order, written ("44 12") or spoken ("double four, one two"); `""` where there is none. */
export function spokenDigits(text: string, lang: ClaimedLanguage): string {
  const items = itemize(text);
  return digitParts(items, numberLanguage(items, lang))
    .map(({ digits }) => digits)
    .join('');
}
