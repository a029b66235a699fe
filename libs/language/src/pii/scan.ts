import type { ClaimedLanguage, PiiType } from '../types.js';
import type { Cue, CueHit } from './cues.js';
import { findCues } from './cues.js';
import type { DigitPart } from './digit-parts.js';
import { digitParts, numberLanguage } from './digit-parts.js';
import type { Item } from './items.js';
import { itemize } from './items.js';

/** Personal data by item indices, `to` excluded. */
export interface ItemSpan {
  readonly type: PiiType;
  readonly from: number;
  readonly to: number;
}

/** A text prepared for all finders, and what they have found so far. */
export interface Scan {
  readonly items: readonly Item[];
  readonly parts: readonly DigitPart[];
  readonly cues: readonly CueHit[];
  readonly lang: ClaimedLanguage;
  readonly spans: ItemSpan[];
  /** 1 where an item belongs to a span. */
  readonly taken: Uint8Array;
  /** By item: the part that starts there, ends before it, or covers it; −1 for none. */
  readonly partFrom: Int32Array;
  readonly partTo: Int32Array;
  readonly partOver: Int32Array;
  /** A card, or its code, is spoken of; something that is no card is. */
  readonly speaksOfCard: boolean;
  readonly speaksOfOther: boolean;
}

const fillers = new Set(
  (
    'um uh er erm uhm hmm mm ah eh ehm euh ben bah ahm aehm also so ok okay then and now next please dash hyphen minus space stroke slash ' +
    'dann und strich bindestrich pause leerzeichen este pues y luego guion espacio barra puis ensuite et tiret espace alors poi e trattino spazio ' +
    'allora depois traco espaco ai right yeah yes well like hm oder mhm ja si sim oui si ehh ehm nochmal coma comma virgule dot point punkt punto ponto'
  ).split(' '),
);

/** Prepares a text. Linear in its length. */
export function scanText(text: string, lang: ClaimedLanguage): Scan {
  const items = itemize(text);
  const spoken = numberLanguage(items, lang);
  const parts = digitParts(items, spoken);
  const cues = findCues(items);
  const partFrom = new Int32Array(items.length + 1).fill(-1);
  const partTo = new Int32Array(items.length + 1).fill(-1);
  const partOver = new Int32Array(items.length + 1).fill(-1);
  parts.forEach((part, at) => {
    partFrom[part.from] = at;
    partTo[part.to] = at;
    partOver.fill(at, part.from, part.to);
  });
  return {
    items,
    parts,
    cues,
    lang: spoken,
    spans: [],
    taken: new Uint8Array(items.length),
    partFrom,
    partTo,
    partOver,
    speaksOfCard: cues.some(({ cue }) => cue === 'card' || cue === 'cvv'),
    speaksOfOther: cues.some(
      ({ cue, from }) =>
        (cue === 'other' && items[from]!.text !== 'year') || cue === 'password' || cue === 'account',
    ),
  };
}

/** Whether an item may stand inside a spoken number without ending it. */
export function isFiller(item: Item): boolean {
  return item.kind === 'mark'
    ? item.text !== '?' && item.text !== '!' && item.text !== '@'
    : fillers.has(item.text);
}

const corrections = new Set(
  'no sorry wait mean meant scratch that actually i not it s perdon digo mejor dicho non pardon enfin plutot attendez nein quatsch stopp entschuldigung falsch sondern scusi scusa aspetti anzi cioe desculpe perdao alias digo quer dizer nao'.split(
    ' ',
  ),
);

/** Whether an item may stand where a speaker corrects a digit: "four no sorry five". */
export function isCorrection(item: Item): boolean {
  return item.kind === 'word' && corrections.has(item.text);
}

/** Adds a span unless part of it is taken. */
export function take(scan: Scan, type: PiiType, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (scan.taken[at] === 1) return false;
  scan.taken.fill(1, from, to);
  scan.spans.push({ type, from, to });
  return true;
}

/** Parts that are spoken in one breath: nothing but fillers between them. */
export interface DigitRun {
  readonly first: number;
  /** Index after the last part. */
  readonly end: number;
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Groups free parts into runs; at most four fillers may stand between two parts. */
export function digitRuns(scan: Scan): DigitRun[] {
  const runs: DigitRun[] = [];
  const { parts, items, taken } = scan;
  let first = -1;
  let digits = '';
  const close = (end: number): void => {
    if (first >= 0) runs.push({ first, end, digits, from: parts[first]!.from, to: parts[end - 1]!.to });
    first = -1;
    digits = '';
  };
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    if (taken[part.from] === 1) {
      close(at);
      continue;
    }
    if (first >= 0 && !isJoined(items, parts[at - 1]!.to, part.from, taken)) close(at);
    if (first < 0) first = at;
    digits += part.digits;
  }
  close(parts.length);
  return runs;
}

function isJoined(items: readonly Item[], from: number, to: number, taken: Uint8Array): boolean {
  if (to - from > 5) return false;
  for (let at = from; at < to; at += 1) {
    const item = items[at]!;
    if (taken[at] === 1 || !(isFiller(item) || isCorrection(item))) return false;
    if (item.kind === 'mark' && (item.text === '$' || item.text === '€' || item.text === '£')) return false;
  }
  return true;
}

/** Index of the first cue that starts at `item` or later. */
export function cueIndex(cues: readonly CueHit[], item: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.from < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part that starts at an item. */
export function partStartingAt(scan: Scan, item: number): DigitPart | undefined {
  return scan.parts[scan.partFrom[item] ?? -1];
}

/** The part that ends before an item. */
export function partEndingAt(scan: Scan, item: number): DigitPart | undefined {
  return item < 0 ? undefined : scan.parts[scan.partTo[item] ?? -1];
}

/** Whether an item belongs to a number. */
export function isInNumber(scan: Scan, item: number): boolean {
  return (scan.partOver[item] ?? -1) >= 0;
}

/** The cue that a number answers to: the nearest before it within `reach` items, else one right after it. */
export function cueFor(scan: Scan, from: number, to: number, reach = 10): CueHit | undefined {
  const { cues } = scan;
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0 && at >= low - 4; at -= 1) {
    const cue = cues[at]!;
    if (from - cue.to > reach) break;
    if (!isUsedUp(scan, cue, from)) return strongest(scan.items, cues, at, from);
  }
  const next = cues[low];
  return next !== undefined && next.from >= to && next.from - to <= 4 ? next : undefined;
}

// Where phrases end at the same word ("customer number", "number is"), the first and longest says more.
function strongest(items: readonly Item[], cues: readonly CueHit[], at: number, from: number): CueHit {
  const best = cues[at]!;
  const order: readonly Cue[] = [
    'cvv',
    'iban',
    'ssn',
    'dob',
    'last-four',
    'expiry',
    'pin',
    'password',
    'phone',
    'account',
    'other',
    'card',
    'address',
  ];
  let chosen = best;
  for (let other = at - 1; other >= 0 && other >= at - 4; other -= 1) {
    const cue = cues[other]!;
    if (best.from - cue.to > 2 || from - cue.to > 10) break;
    if (cue.cue === 'phone' && chosen.cue !== 'phone' && isGeneral(items, cue)) continue;
    if (order.indexOf(cue.cue) < order.indexOf(chosen.cue)) chosen = cue;
  }
  return chosen;
}

const general = new Set(
  'my the number numbers s is mi mon numero es e il mio o meu meine die nummer ist c est'.split(' '),
);

// "mon numéro" is said of a phone where nothing else is named.
function isGeneral(items: readonly Item[], cue: CueHit): boolean {
  for (let at = cue.from; at < cue.to; at += 1) if (!general.has(items[at]!.text)) return false;
  return true;
}

// A cue before another number speaks for that one.
function isUsedUp(scan: Scan, cue: CueHit, from: number): boolean {
  let words = 0;
  for (let at = cue.to; at < from; at += 1) {
    if (scan.taken[at] === 1) return true;
    if (scan.items[at]!.text === '?' || scan.items[at]!.text === '!') words += 3;
    words += 1;
  }
  return words > 12;
}
