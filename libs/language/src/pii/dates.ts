import type { Item } from './items.js';
import type { DigitPart } from './digit-parts.js';
import type { Scan } from './scan.js';
import { cueIndex, isFiller, take } from './scan.js';

const months = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'januar janner februar marz maerz april mai juni juli august september oktober november dezember ' +
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ' +
    'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'
  ).split(' '),
);
const ordinals = new Set(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth ' +
    'eighteenth nineteenth twentieth thirtieth thirty-first premier primero primo primeiro ersten erster erste zweiten zweiter dritten dritter vierten vierter ' +
    'funften sechsten siebten siebenten achten neunten zehnten elften zwolften dreizehnten vierzehnten funfzehnten sechzehnten siebzehnten achtzehnten neunzehnten ' +
    'zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten funfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten ' +
    'achtundzwanzigsten neunundzwanzigsten dreissigsten einunddreissigsten'
  ).split(' '),
);
const links = new Set(
  'the of in on de del du le la il el den dem der am im vom di d do da und and y e et year month the st nd rd th er'.split(
    ' ',
  ),
);

/** Item range of the date after `from`, or undefined. `atMost` items may stand before it. */
function dateAfter(
  scan: Scan,
  from: number,
  atMost: number,
): { from: number; to: number; parts: number; hasMonth: boolean } | undefined {
  const { items } = scan;
  let at = from;
  let start = -1;
  let end = -1;
  let count = 0;
  let digits = 0;
  let hasMonth = false;
  let partAt = lowerBound(scan.parts, from);
  let idle = 0;
  while (at < items.length && idle <= (start < 0 ? atMost : 3)) {
    const item = items[at]!;
    if (scan.taken[at] === 1) break;
    while (partAt < scan.parts.length && scan.parts[partAt]!.to <= at) partAt += 1;
    const part = scan.parts[partAt];
    if (part !== undefined && part.from === at) {
      if (start >= 0 && digits + part.digits.length > 8) break;
      if (start < 0) start = at;
      at = part.to;
      end = at;
      count += 1;
      digits += part.digits.length;
      idle = 0;
      if (digits === 8) break;
      continue;
    }
    if (item.kind === 'word' && (months.has(item.text) || ordinals.has(item.text))) {
      if (months.has(item.text)) hasMonth = true;
      if (start < 0) start = at;
      end = at + 1;
      count += 1;
      idle = 0;
    } else if (start >= 0 && !isLink(item)) break;
    else if (item.text === '?' || item.text === '!') break;
    else idle += 1;
    at += 1;
  }
  return start < 0 ? undefined : { from: start, to: end, parts: count, hasMonth };
}

const conjunctions = new Set([
  'and',
  'then',
  'y',
  'luego',
  'et',
  'puis',
  'und',
  'dann',
  'poi',
  'depois',
  'next',
  'now',
]);

// What comes after "and" is no part of the date.
function isLink(item: Item): boolean {
  if (conjunctions.has(item.text)) return false;
  return isFiller(item) || links.has(item.text);
}

function lowerBound(parts: readonly DigitPart[], from: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Birth dates and card expiry dates, by what announces them. */
export function findDates(scan: Scan): void {
  for (const cue of scan.cues) {
    if (cue.cue !== 'dob' && cue.cue !== 'expiry') continue;
    const date = dateAfter(scan, cue.to, 6);
    if (date === undefined) continue;
    const digits = digitsIn(scan, date.from, date.to);
    if (cue.cue === 'dob') {
      if (digits.length >= 4 || (date.hasMonth && digits.length >= 1)) take(scan, 'DOB', date.from, date.to);
    } else if (isExpiry(scan, date, digits)) take(scan, 'EXPIRY', date.from, date.to);
  }
  wholeTurnBirthDate(scan);
}

function isExpiry(
  scan: Scan,
  date: { from: number; to: number; hasMonth: boolean },
  digits: string,
): boolean {
  if (!hasCardNear(scan, date.from)) return false;
  if (date.hasMonth) return digits.length >= 2 && digits.length <= 6;
  return digits.length >= 3 && digits.length <= 6;
}

// "expires" is said of offers and passwords too.
function hasCardNear(scan: Scan, at: number): boolean {
  for (const span of scan.spans.slice(-8)) if (span.type === 'PAN' || span.type === 'CVV') return true;
  const { cues } = scan;
  for (let index = cueIndex(cues, at - 30); index < cues.length && cues[index]!.from < at + 30; index += 1) {
    if (cues[index]!.cue === 'card' || cues[index]!.cue === 'cvv') return true;
  }
  return !scan.speaksOfOther;
}

function wholeTurnBirthDate(scan: Scan): void {
  if (scan.items.length > 14 || scan.items.length === 0) return;
  const date = dateAfter(scan, 0, 2);
  if (date === undefined || date.to < scan.items.length - 1 || !date.hasMonth) return;
  const digits = digitsIn(scan, date.from, date.to);
  const year = Number(digits.slice(-4));
  if (digits.length >= 5 && year >= 1910 && year <= 2012) take(scan, 'DOB', date.from, date.to);
}

function digitsIn(scan: Scan, from: number, to: number): string {
  let digits = '';
  for (let at = lowerBound(scan.parts, from); at < scan.parts.length && scan.parts[at]!.to <= to; at += 1) {
    digits += scan.parts[at]!.digits;
  }
  return digits;
}
