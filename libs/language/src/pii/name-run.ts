import type { NameWord } from './name-words.js';
import { isCapital, nameWord } from './name-words.js';
import type { Item } from './items.js';
import type { Scan } from './scan.js';
import { isInNumber } from './scan.js';

/** Words in a row that may be one person's name. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly words: readonly NameWord[];
  /** Nothing that could belong to the name follows. */
  readonly endsThere: boolean;
}

const MAX_WORDS = 5;
const particles = new Set(
  'van von der den ter ten te zu zur vom de la las los le du des del della dello di da do dos das el al bin ibn ben abu abd mac mc fitz saint st san santa sao freifrau freiherr graf'.split(
    ' ',
  ),
);
const joints = new Set(['y', 'e', 'i']);
const gluedPrefixes = new Set(['o', 'd', 'l', 'n', 'm', 'dell', 'dall', 'al', 'el', 'mc', 'mac']);
// Verbs and months that follow a name more often than they are one.
const neverSecond = new Set(
  'will may can so an do long junior call in at as said made per are we us it los las del mark bill chase call grant'.split(
    ' ',
  ),
);

/** The run of name-like words from an item, by their classes; undefined where it is none. Looks at no more than 14 items. */
export function nameRun(scan: Scan, from: number, isAnnounced: boolean): NameRun | undefined {
  const { items } = scan;
  const words: NameWord[] = [];
  let at = from;
  let to = from;
  let large = false;
  while (at < items.length && at - from < 14 && words.length < MAX_WORDS) {
    const item = items[at]!;
    if (item.kind === 'mark') {
      if (!isGlue(items, at) || at === from) break;
      at += 1;
      continue;
    }
    if (item.kind !== 'word' || scan.taken[at] === 1) break;
    if (items[at + 1]?.text === "'" && gluedPrefixes.has(item.text) && isNamePart(items, at + 2)) {
      large ||= isCapital(item);
      at += 2;
      words.push('surname');
      to = at + 1;
      at = to;
      continue;
    }
    const isFirst = words.length === 0;
    if (
      particles.has(item.text) &&
      (isAnnounced || !isFirst || isCapital(item)) &&
      (beginsName(scan, at + 1) || (isAnnounced && isNobleStart(scan, at)))
    ) {
      at += 1;
      continue;
    }
    if (!isFirst && joints.has(item.text) && isDoubleName(scan, at, words)) {
      at += 1;
      continue;
    }
    if (!isFirst && item.text.length === 1 && isInitial(scan, at)) {
      at += 1;
      continue;
    }
    if (isInNumber(scan, at)) break;
    const word = nameWord(item);
    if (word === 'stop') break;
    const previous = items[at - 1];
    if (!isFirst && previous?.text === item.text) break;
    if (word === 'ordinary' && at > from && isNobiliary(items, at) && isBoundary(scan, at + 1)) {
      words.push('surname');
      at += 1;
      to = at;
      continue;
    }
    if (isFirst) large = isCapital(item);
    else if (!continues(item, word, large, scan, at)) break;
    words.push(word);
    at += 1;
    to = at;
  }
  return words.length === 0 ? undefined : { from, to, words, endsThere: isBoundary(scan, to) };
}

function continues(item: Item, word: NameWord, large: boolean, scan: Scan, at: number): boolean {
  const isLarge = isCapital(item);
  const glued = scan.items[at - 1]!.text === '-';
  if (large && !isLarge && !glued) return false;
  if (glued && word !== 'ordinary') return true;
  if (word === 'inflected') return isLarge || isBoundary(scan, at + 1);
  if (word === 'ordinary') return isLarge && large && scan.lang !== 'de';
  if (word === 'maybe-given' || word === 'maybe-surname')
    return isLarge || (!neverSecond.has(item.text) && isBoundary(scan, at + 1)) || nameGoesOn(scan, at + 1);
  return true;
}

function nameGoesOn(scan: Scan, at: number): boolean {
  const item = scan.items[at];
  if (item?.kind !== 'word') return false;
  const word = nameWord(item);
  return word === 'surname' || word === 'unknown';
}

function isGlue(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  const next = items[at + 1];
  const isJoin = item.text === '-' || item.text === "'";
  return isJoin && item.start === items[at - 1]?.end && next?.start === item.end && next.text.length > 1;
}

function isNamePart(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return (
    item?.kind === 'word' &&
    item.text.length > 2 &&
    nameWord(item) !== 'stop' &&
    nameWord(item) !== 'ordinary'
  );
}

const noble = new Set('van von mc mac bin'.split(' '));

// Two particles, or one that stands in names only: "van der linden", "de la tour".
function isNobiliary(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.text ?? '';
  return noble.has(before) || (particles.has(before) && particles.has(items[at - 2]?.text ?? ''));
}

function isNobleStart(scan: Scan, at: number): boolean {
  const { items } = scan;
  // "au nom de | de la tour": what announces the name ended in the same particle.
  const isDouble = items[at - 1]?.text === items[at]!.text && particles.has(items[at + 1]?.text ?? '');
  const wordAt = isDouble ? at + 2 : at + 1;
  const item = items[wordAt];
  if (item?.kind !== 'word' || (!isDouble && !noble.has(items[at]!.text) && !isNobiliary(items, at + 1)))
    return false;
  return nameWord(item) !== 'stop' && isBoundary(scan, wordAt + 1);
}

// "van der linden": the word after the particles is no everyday word, or is written large.
function beginsName(scan: Scan, from: number): boolean {
  let at = from;
  while (at - from < 3 && (particles.has(scan.items[at]?.text ?? '') || isGlue(scan.items, at))) at += 1;
  const item = scan.items[at];
  if (item?.kind !== 'word' || isInNumber(scan, at) || scan.taken[at] === 1) return false;
  const word = nameWord(item);
  if (word === 'stop') return false;
  return (word !== 'ordinary' && word !== 'inflected') || (isCapital(item) && scan.lang !== 'de');
}

// "vasconcelos e sá", "ortega y gasset"
function isDoubleName(scan: Scan, at: number, words: readonly NameWord[]): boolean {
  const next = scan.items[at + 1];
  const last = words[words.length - 1];
  if (next?.kind !== 'word' || (last !== 'surname' && last !== 'unknown')) return false;
  const word = nameWord(next);
  return (word === 'surname' || word === 'unknown' || word === 'maybe-surname') && isBoundary(scan, at + 2);
}

function isInitial(scan: Scan, at: number): boolean {
  const next = scan.items[at + 1];
  if (next?.kind !== 'word' || /[aeiouy]/.test(scan.items[at]!.text)) return false;
  const word = nameWord(next);
  return word === 'surname' || word === 'unknown' || word === 'given' || word === 'maybe-surname';
}

/** Whether no word that could belong to a name stands at an item. */
export function isBoundary(scan: Scan, at: number): boolean {
  const item = scan.items[at];
  if (item === undefined || scan.taken[at] === 1) return true;
  if (item.kind === 'mark') return !isGlue(scan.items, at);
  return item.kind === 'digits' || isInNumber(scan, at) || nameWord(item) === 'stop';
}
