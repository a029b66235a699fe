import { findCues } from './cues.js';
import type { Item } from './items.js';
import { itemize } from './items.js';

/**
 * What a sentence of the company asks a number for: a card, a security code, something else; `none` where it asks for no
 * number that it names.
 */
export type NumberAsked = 'card' | 'code' | 'other' | 'none';

const numbers = new Set(
  'number numbers digits digit numero numeros digitos cifras numeri cifre chiffres nummer zahlen ziffern kartennummer kreditkartennummer'.split(
    ' ',
  ),
);
const amounts = new Set(
  'amount much many when time importe cuanto cuanta cuantos cuando montant combien quand betrag wieviel viel wann importo quanto quanta quanti valor quantos'.split(
    ' ',
  ),
);

const last = /^(?:last|final|ultim|derni|letzt)/;
const four = new Set('four 4 cuatro quatre vier quattro quatro'.split(' '));

// "las cuatro últimas cifras", "the last of it, four digits"
function asksForLastFour(items: readonly Item[]): boolean {
  return items.some((item) => last.test(item.text)) && items.some((item) => four.has(item.text));
}

/** Reads it from the words alone, in any of the six languages. */
export function numberAskedFor(text: string): NumberAsked {
  const items = itemize(text);
  const cues = new Set(findCues(items).map(({ cue }) => cue));
  if (cues.has('last-four') || asksForLastFour(items)) return 'other';
  if (cues.has('cvv')) return 'code';
  if (cues.has('card') && items.some((item) => numbers.has(item.text)) && !cues.has('other')) return 'card';
  cues.delete('card');
  return cues.size > 0 || items.some((item) => amounts.has(item.text)) ? 'other' : 'none';
}
