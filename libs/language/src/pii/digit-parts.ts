import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { frenchNumber } from './french-numbers.js';
import type { Item } from './items.js';
import type { NumberWord } from './number-words.js';
import { ENGLISH_HOMOPHONES, NUMBER_JOINTS, NUMBER_WORDS } from './number-words.js';
import { thousandsIn } from './thousands.js';

/** Digits said or written in one go: "forty two", "double five", "4111". */
export interface DigitPart {
  readonly digits: string;
  /** Item indices, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** In digits, not words. */
  readonly written: boolean;
}

/** The language most number words of a text belong to; `lang` where they do not tell. */
export function numberLanguage(items: readonly Item[], lang: ClaimedLanguage): ClaimedLanguage {
  const counts = CLAIMED_LANGUAGES.map((candidate) => (candidate === lang ? 1.5 : 0));
  for (const item of items) {
    const languages = item.kind === 'word' ? languagesOf.get(item.text) : undefined;
    if (languages !== undefined) for (const one of languages) counts[one]! += 1;
  }
  let best = lang;
  let most = 0;
  CLAIMED_LANGUAGES.forEach((candidate, at) => {
    if (counts[at]! <= most) return;
    most = counts[at]!;
    best = candidate;
  });
  return best;
}

/** By number word: the languages it is one in, by index. */
const languagesOf = new Map<string, number[]>();
CLAIMED_LANGUAGES.forEach((lang, at) => {
  for (const word of NUMBER_WORDS[lang].keys()) languagesOf.set(word, [...(languagesOf.get(word) ?? []), at]);
});

/** Every number of a text, in order. Linear. */
export function digitParts(items: readonly Item[], lang: ClaimedLanguage): DigitPart[] {
  const parts: DigitPart[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at]!;
    if (item.kind === 'digits') {
      parts.push({ digits: item.text, from: at, to: at + 1, written: true });
      at += 1;
      continue;
    }
    const spoken = item.kind === 'word' ? spokenNumber(items, at, lang) : undefined;
    if (spoken !== undefined) {
      parts.push(spoken);
      at = spoken.to;
      continue;
    }
    if (lang === 'en' && item.kind === 'word' && isBetweenDigits(items, at, parts)) {
      const digit = ENGLISH_HOMOPHONES.get(item.text);
      if (digit !== undefined) parts.push({ digits: digit, from: at, to: at + 1, written: false });
    }
    at += 1;
  }
  return parts;
}

// "to", "for" count only inside a longer run: two single digits before and one after.
function isBetweenDigits(items: readonly Item[], at: number, parts: readonly DigitPart[]): boolean {
  const last = parts[parts.length - 1];
  const before = parts[parts.length - 2];
  if (last?.to !== at || before === undefined || before.to < last.from - 1 || last.digits.length > 2)
    return false;
  const next = items[at + 1];
  return (
    next !== undefined &&
    (next.kind === 'digits' || isUnit(NUMBER_WORDS.en.get(next.text)) || ENGLISH_HOMOPHONES.has(next.text))
  );
}

function isUnit(word: NumberWord | undefined): boolean {
  return word !== undefined && (word.kind === 'digits' || word.kind === 'times' || word.kind === 'tens');
}

function spokenNumber(items: readonly Item[], from: number, lang: ClaimedLanguage): DigitPart | undefined {
  const map = NUMBER_WORDS[lang];
  const first = map.get(items[from]!.text) ?? thousandsIn(items[from]!.text, lang);
  if (first === undefined) return undefined;
  if (first.kind === 'times') return repeated(items, from, from + 1, first.value, map);
  // "dos veces nueve", "four times zero"
  if (
    first.kind === 'digits' &&
    first.value >= 2 &&
    first.value <= 6 &&
    times.has(items[from + 1]?.text ?? '')
  ) {
    const run = repeated(items, from, from + 2, first.value, map);
    if (run !== undefined) return run;
  }
  if (lang === 'en' && items[from]!.text === 'o' && !nextToDigit(items, from, map)) return undefined;
  if (lang === 'en' && items[from]!.text === 'oh' && !nextToDigit(items, from, map)) return undefined;
  if (lang === 'fr') return frenchNumber(items, from, map);
  let at = from;
  let value = 0;
  let digits = '';
  if (first.kind === 'tens') {
    [value, at] = withUnit(items, from, first.value, map, NUMBER_JOINTS[lang], lang);
  } else if (first.kind === 'digits') {
    value = first.value;
    digits = first.digits;
    at = from + 1;
  }
  const scale = map.get(items[at]?.text ?? '');
  if (
    first.kind === 'hundred' ||
    first.kind === 'thousand' ||
    scale?.kind === 'hundred' ||
    scale?.kind === 'thousand'
  ) {
    return scaled(items, from, first, value, at, map, lang);
  }
  return { digits: digits === '' ? String(value) : digits, from, to: at, written: false };
}

function nextToDigit(items: readonly Item[], at: number, map: ReadonlyMap<string, NumberWord>): boolean {
  // "seven, seven, oh"
  const before = items[at - 1]?.text === ',' ? at - 2 : at - 1;
  const after = items[at + 1]?.text === ',' ? at + 2 : at + 1;
  for (const other of [items[before], items[after]]) {
    if (other === undefined) continue;
    if (other.kind === 'digits') return true;
    const word = map.get(other.text);
    if (word !== undefined) return true;
  }
  return false;
}

const times = new Set('times x veces fois mal volte vezes'.split(' '));
const digitArticles = new Set('die der das den the el la le il o'.split(' '));

// "doppelt eins", "dreimal die fünf"
function repeated(
  items: readonly Item[],
  from: number,
  digitAt: number,
  times: number,
  map: ReadonlyMap<string, NumberWord>,
): DigitPart | undefined {
  const at =
    digitArticles.has(items[digitAt]?.text ?? '') && digitAt + 1 < items.length ? digitAt + 1 : digitAt;
  const next = items[at];
  if (next === undefined) return undefined;
  const word = next.kind === 'digits' ? undefined : map.get(next.text);
  const digit = next.kind === 'digits' ? next.text : word?.kind === 'digits' ? word.digits : '';
  if (digit === '' || digit.length > 2) return undefined;
  return { digits: digit.repeat(times), from, to: at + 1, written: false };
}

function withUnit(
  items: readonly Item[],
  at: number,
  tens: number,
  map: ReadonlyMap<string, NumberWord>,
  joints: ReadonlySet<string>,
  lang: ClaimedLanguage,
): [value: number, next: number] {
  let next = at + 1;
  if (items[next]?.kind === 'mark' && items[next]?.text === '-') next += 1;
  const needsJoint = lang === 'es' || lang === 'pt';
  let joined = false;
  if (needsJoint && joints.has(items[next]?.text ?? '')) {
    next += 1;
    joined = true;
  }
  const unit = map.get(items[next]?.text ?? '');
  if (
    unit?.kind === 'digits' &&
    unit.value >= 1 &&
    unit.value <= 9 &&
    lang !== 'it' &&
    lang !== 'de' &&
    (joined || !needsJoint)
  ) {
    // "twenty five five": a unit that is followed by "hundred" begins a number of its own.
    return [tens + unit.value, next + 1];
  }
  return [tens, at + 1];
}

function scaled(
  items: readonly Item[],
  from: number,
  first: NumberWord,
  lead: number,
  after: number,
  map: ReadonlyMap<string, NumberWord>,
  lang: ClaimedLanguage,
): DigitPart {
  let total = 0;
  let current = first.kind === 'hundred' || first.kind === 'thousand' ? 0 : lead;
  let at = first.kind === 'hundred' || first.kind === 'thousand' ? from : after;
  let steps = 0;
  let lastScale = 0;
  while (at < items.length && steps < 8) {
    const word = map.get(items[at]!.text);
    if (word === undefined) {
      const joint =
        NUMBER_JOINTS[lang].has(items[at]!.text) && map.has(items[at + 1]?.text ?? '') && lastScale > 0;
      if (!joint) break;
      at += 1;
      continue;
    }
    steps += 1;
    if (word.kind === 'thousand') {
      total += (current === 0 ? 1 : current) * 1000;
      current = 0;
      lastScale = 1000;
      at += 1;
    } else if (word.kind === 'hundred') {
      current = word.value === 100 ? (current === 0 ? 1 : current) * 100 : current + word.value;
      lastScale = 100;
      at += 1;
    } else if (word.kind === 'tens' && lastScale > 0 && current % 100 === 0) {
      const [value, next] = withUnit(items, at, word.value, map, NUMBER_JOINTS[lang], lang);
      current += value;
      at = next;
      if (lastScale === 100) break;
    } else if (word.kind === 'digits' && lastScale > 0 && current % 100 === 0 && word.value > 0) {
      const next = map.get(items[at + 1]?.text ?? '');
      current += word.value;
      at += 1;
      if (next?.kind !== 'hundred' && next?.kind !== 'thousand') break;
    } else break;
  }
  return { digits: String(total + current), from, to: at, written: false };
}
