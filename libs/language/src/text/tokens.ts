import { APOSTROPHE, charClass, DIGIT, LETTER, STOP } from './char-class.js';

/** Classification looks at this many UTF-16 units of a turn and no further; redaction reads all of it. */
export const MAX_CLASSIFIED_UNITS = 4_000;
/** And at this many tokens. */
export const MAX_TOKENS = 600;
const MAX_WORD = 40;

/** A word or number of the text, as it stands there. */
export interface Token {
  /** The token as written, apostrophes of English contractions removed, cut at 40 units. */
  readonly raw: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly isNumber: boolean;
  /** A sentence ends between this token and the next. */
  readonly endsSentence: boolean;
}

const contractionTails = new Set(['t', 's', 'm', 'd', 'll', 're', 've', 'em', 'am']);
const elidingHeads = new Set([
  'l',
  'd',
  'c',
  'j',
  'm',
  'n',
  's',
  't',
  'qu',
  'un',
  'dell',
  'all',
  'nell',
  'dall',
  'sull',
  'quell',
]);

/**
 * Splits text into words and numbers. English contractions stay one word ("don't" → "dont", as recognisers write it);
 * Romance elisions become two ("l'operatore" → "l", "operatore").
 */
export function tokenize(text: string, limit: number = MAX_CLASSIFIED_UNITS): Token[] {
  const tokens: Token[] = [];
  const end = Math.min(text.length, limit);
  let index = 0;
  while (index < end && tokens.length < MAX_TOKENS) {
    const kind = charClass(text.charCodeAt(index));
    if (kind !== LETTER && kind !== DIGIT) {
      if (kind === STOP && tokens.length > 0) markStop(tokens);
      index += 1;
      continue;
    }
    const start = index;
    while (index < end && charClass(text.charCodeAt(index)) === kind) index += 1;
    let raw = text.slice(start, Math.min(index, start + MAX_WORD));
    if (kind === LETTER && index + 1 < end && charClass(text.charCodeAt(index)) === APOSTROPHE) {
      const tailStart = index + 1;
      let tailEnd = tailStart;
      while (tailEnd < end && charClass(text.charCodeAt(tailEnd)) === LETTER) tailEnd += 1;
      const tail = text.slice(tailStart, Math.min(tailEnd, tailStart + 3)).toLowerCase();
      if (
        tailEnd > tailStart &&
        contractionTails.has(tail) &&
        tailEnd - tailStart <= 2 &&
        !elidingHeads.has(raw.toLowerCase())
      ) {
        raw += text.slice(tailStart, tailEnd);
        index = tailEnd;
      }
    }
    tokens.push({ raw, start, end: index, isNumber: kind === DIGIT, endsSentence: false });
  }
  return tokens;
}

function markStop(tokens: Token[]): void {
  const last = tokens[tokens.length - 1]!;
  if (!last.endsSentence) tokens[tokens.length - 1] = { ...last, endsSentence: true };
}
