import { APOSTROPHE, charClass, DIGIT, LETTER } from '../text/char-class.js';
import { fold } from '../text/fold.js';

/** A word, a run of digits, or one other visible character of a text. */
export interface Item {
  readonly kind: 'word' | 'digits' | 'mark';
  /** Folded word, ASCII digits, or the character. */
  readonly text: string;
  /** As written. */
  readonly raw: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

/** Splits a whole text, however long, into items; white space and invisible characters are dropped. Linear. */
export function itemize(text: string): Item[] {
  const items: Item[] = [];
  let index = 0;
  while (index < text.length) {
    const kind = charClass(text.charCodeAt(index));
    const start = index;
    if (kind === LETTER || kind === DIGIT) {
      while (index < text.length && charClass(text.charCodeAt(index)) === kind) index += 1;
      const raw = text.slice(start, index);
      items.push({
        kind: kind === LETTER ? 'word' : 'digits',
        text: kind === LETTER ? fold(raw.length > 60 ? raw.slice(0, 60) : raw) : asciiDigits(raw),
        raw,
        start,
        end: index,
      });
      continue;
    }
    index += 1;
    const code = text.charCodeAt(start);
    if (code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff) continue;
    const raw = text[start]!;
    items.push({ kind: 'mark', text: kind === APOSTROPHE ? "'" : raw, raw, start, end: index });
  }
  return items;
}

function asciiDigits(raw: string): string {
  let out = '';
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    const zero = ZEROS.find((one) => code >= one && code <= one + 9);
    out += zero === undefined ? '0' : String(code - zero);
  }
  return out;
}
