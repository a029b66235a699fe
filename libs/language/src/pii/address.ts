import { fromBuilding, UNITS, withBuilding } from './address-units.js';
import { germanPlace, germanStreet } from './german-streets.js';
import { isCapital } from './name-words.js';
import { namedStreet } from './named-street.js';
import { withPostcode } from './postcode.js';
import type { Scan } from './scan.js';
import { partEndingAt, take } from './scan.js';
import { numberFirst } from './street-after-number.js';
import { streetFirst } from './street-before-number.js';
import { after, before, stop } from './street-words.js';

/** Street addresses: number and street, unit and postcode where they follow at once. */
export function findAddresses(scan: Scan): void {
  const { items } = scan;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind !== 'word' || scan.taken[at] === 1) continue;
    // "3rd" is no road.
    if (item.start === items[at - 1]?.end && items[at - 1]!.kind === 'digits') continue;
    // "c/ goya 7"
    const isShort = item.text === 'c' && items[at + 1]?.text === '/' && items[at + 1]!.start === item.end;
    const isBefore = isShort || (before.has(item.text) && !(item.text === 'place' && scan.lang === 'en'));
    // "avenue" stands before its name in French and after it in English.
    const isFirst = isBefore && scan.lang !== 'en' ? streetFirst(scan, at) : undefined;
    const range = isFirst ?? (after.has(item.text) ? numberFirst(scan, at) : undefined);
    const found =
      range ??
      (isBefore && scan.lang === 'en' ? streetFirst(scan, at) : undefined) ??
      germanStreet(scan, at) ??
      germanPlace(scan, at);
    if (found === undefined) continue;
    const [from, to] = withUnit(scan, withFraction(scan, found[0]), withSecondStreet(scan, found[1]));
    if (take(scan, 'ADDRESS', from, withPostcode(scan, to))) at = to;
  }
  for (const cue of scan.cues) {
    if (cue.cue !== 'address') continue;
    const found = namedStreet(scan, cue.to);
    if (found !== undefined) take(scan, 'ADDRESS', found[0], withPostcode(scan, found[1]));
  }
}

// "beacon hill road": the name ends in a word for a street itself.
function withSecondStreet(scan: Scan, to: number): number {
  const { items } = scan;
  // "close LN2 1PX": the lane is the beginning of a postcode.
  const isPostcode = items[to + 1]?.kind === 'digits' && items[to + 1]!.start === items[to]!.end;
  const isStreet = after.has(items[to - 1]?.text ?? '') && after.has(items[to]?.text ?? '');
  return isStreet && !isPostcode && scan.taken[to] !== 1 ? to + 1 : to;
}

// "12/4 marchmont crescent"
function withFraction(scan: Scan, from: number): number {
  const { items } = scan;
  const isGlued = items[from - 1]?.text === '/' && items[from - 1]!.end === items[from]!.start;
  return isGlued ? (partEndingAt(scan, from - 1)?.from ?? from) : from;
}

function withUnit(scan: Scan, from: number, to: number): [number, number] {
  const { items } = scan;
  let start = fromBuilding(scan, from);
  const lead = items[start - 1]?.text ?? '';
  // "no" is a number in English and "in the" in Portuguese.
  const isUnit = UNITS.has(lead) && (lead !== 'no' || scan.lang === 'en');
  if (isUnit && scan.taken[start - 1] !== 1) start -= 1;
  return [fromHouse(scan, start), withBuilding(scan, to)];
}

const beforeHouse = new Set('at to is s address'.split(' '));

// "moved to the old forge, eleven chapel row": a house that has a name.
function fromHouse(scan: Scan, from: number): number {
  const { items } = scan;
  if (items[from - 1]?.text !== ',') return from;
  for (let at = from - 2; at >= 0 && from - at <= 5; at -= 1) {
    const item = items[at]!;
    if (item.kind !== 'word' || scan.taken[at] === 1 || (item.text !== 'the' && stop.has(item.text)))
      return from;
    const begins = item.text === 'the' || (isCapital(item) && from - at >= 3);
    if (begins && from - at >= 3 && beforeHouse.has(items[at - 1]?.text ?? '')) return at;
  }
  return from;
}
