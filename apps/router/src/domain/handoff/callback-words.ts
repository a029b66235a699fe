import type { Text } from '@baton/packs';

/** Words that, as a whole turn of a waiting caller, ask to be rung. */
const everyonesWords = [
  ...['callback', 'call back', 'call me back', 'ring me back'],
  ...['llamada', 'llámame', 'llámeme', 'devolver la llamada'],
  ...['rappel', 'rappelez-moi'],
  ...['rückruf', 'zurückrufen'],
  ...['richiamata', 'richiamatemi'],
  ...['chamada', 'ligar de volta'],
];

/**
 * The words a caller of this pack can say instead of waiting: those everyone knows, and whatever its own offer puts in quotation
 * marks (say “callback”), in every language.
 */
export function callbackWords(callbackOffer: Text): ReadonlySet<string> {
  const quoted = Object.values(callbackOffer).flatMap((sentence) =>
    [...sentence.matchAll(/[“„«"]\s*([^“”„«»"]{2,40}?)\s*[”“»"]/g)].map((match) => match[1]!),
  );
  return new Set([...everyonesWords, ...quoted].map(plain));
}

/** Whether the whole turn is one of the words. */
export function asksForCallback(text: string, words: ReadonlySet<string>): boolean {
  return text.length <= 80 && words.has(plain(text));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
    .replace(/^(please|por favor|bitte|per favore) | (please|por favor|bitte|per favore)$/g, '');
}
