import { charClass, LETTER } from '../text/char-class.js';

/** Lower-case letter runs of a text, at most `limit` UTF-16 units of it. */
export function wordsOf(text: string, limit = 4_000): string[] {
  const words: string[] = [];
  const end = Math.min(text.length, limit);
  let start = -1;
  for (let index = 0; index <= end; index += 1) {
    const inWord = index < end && charClass(text.charCodeAt(index)) === LETTER;
    if (inWord && start < 0) start = index;
    else if (!inWord && start >= 0) {
      words.push(text.slice(start, Math.min(index, start + 40)).toLowerCase());
      start = -1;
    }
  }
  return words;
}
