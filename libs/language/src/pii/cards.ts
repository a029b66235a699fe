import type { DigitPart } from './digit-parts.js';
import type { DigitRun, Scan } from './scan.js';
import { cueFor, cueIndex, digitRuns, isFiller, take } from './scan.js';

/** The check digit of ISO/IEC 7812-1 (Luhn). */
export function isLuhnValid(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    if (at % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

/** The length that cards with these first digits have; 0 for no card. */
export function cardLength(digits: string): number {
  const two = Number(digits.slice(0, 2));
  if (two === 34 || two === 37) return 15;
  if (two === 36 || two === 38 || two === 39 || two === 30) return 14;
  if (two >= 40 && two <= 69) return 16;
  if ((two >= 22 && two <= 27) || two === 35) return 16;
  return 0;
}

const MAX_DIGITS = 19;
const MIN_DIGITS = 13;
const MAX_GAP_WORDS = 6;

/**
 * Finds card numbers: Luhn-valid sequences of parts, also with a few words in between; and whole runs of a card's length
 * that fail the check, since a recogniser gets one digit wrong more often than a caller says sixteen others.
 */
export function findCards(scan: Scan): void {
  for (let first = 0; first < scan.parts.length; first += 1) {
    const end = validFrom(scan, first);
    if (end > first && takeParts(scan, first, end)) first = end - 1;
  }
  const hasExpiry = scan.cues.some(({ cue }) => cue === 'expiry');
  for (const run of digitRuns(scan)) brokenCard(scan, run, hasExpiry);
}

function takeParts(scan: Scan, first: number, end: number): boolean {
  return take(scan, 'PAN', scan.parts[first]!.from, scan.parts[end - 1]!.to);
}

function validFrom(scan: Scan, first: number): number {
  const { parts } = scan;
  if (scan.taken[parts[first]!.from] === 1) return -1;
  // A card begins a run, or what comes before it is too short to be of the same number.
  let digits = '';
  let standard = -1;
  let any = -1;
  let gapWords = 0;
  for (let at = first; at < parts.length && digits.length < MAX_DIGITS; at += 1) {
    if (at > first) {
      const gap = wordsBetween(scan, parts[at - 1]!, parts[at]!);
      if (gap < 0) break;
      gapWords += gap;
      if (gap > MAX_GAP_WORDS || gapWords > 14 || (gap > 0 && digits.length < 2)) break;
    }
    digits += parts[at]!.digits;
    if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) continue;
    const expected = cardLength(digits);
    if (expected === 0 || !isLuhnValid(digits)) continue;
    if (digits.length === expected) standard = at + 1;
    else if (gapWords === 0 || digits.length > 15) any = at + 1;
  }
  if (standard > 0) return standard;
  if (any < 0) return -1;
  // Lengths other than the issuer's only where the run ends there or a card is spoken of.
  const next = parts[any];
  const endsRun = next === undefined || wordsBetween(scan, parts[any - 1]!, next) !== 0;
  const before = parts[first - 1];
  const beginsRun = before === undefined || wordsBetween(scan, before, parts[first]!) !== 0;
  return endsRun && beginsRun ? any : -1;
}

/** Words between two parts that are no fillers; −1 where a number of another kind is announced there. */
function wordsBetween(scan: Scan, before: DigitPart, after: DigitPart): number {
  if (after.from - before.to > 14) return -1;
  let words = 0;
  for (let at = before.to; at < after.from; at += 1) {
    if (scan.taken[at] === 1) return -1;
    if (!isFiller(scan.items[at]!)) words += 1;
  }
  if (words > 0) {
    for (
      let at = cueIndex(scan.cues, before.to);
      at < scan.cues.length && scan.cues[at]!.from < after.from;
      at += 1
    ) {
      const { cue } = scan.cues[at]!;
      if (cue !== 'card' && cue !== 'address') return -1;
    }
  }
  return words;
}

const broken = new Set(['other', 'phone', 'account', 'iban', 'ssn']);

function brokenCard(scan: Scan, run: DigitRun, hasExpiry: boolean): void {
  const { digits } = run;
  if (digits.length < 12 || digits.length > 24) return;
  const cue = cueFor(scan, run.from, run.to)?.cue;
  const isOfCard = scan.speaksOfCard || (hasExpiry && digits.length === 16);
  const speaksOfCard = cue === 'card' || (cue !== undefined && !broken.has(cue)) || isOfCard;
  // A spoken number may have a digit said twice; a written one of another length is something else.
  const isSpoken = scan.parts.slice(run.first, run.end).some((part) => !part.written);
  const looksLikeCard =
    cardLength(digits) > 0 && digits.length >= 15 && digits.length <= (isSpoken ? 18 : 16);
  const isTooLong = cue === 'phone' && looksLikeCard && digits.length === 16;
  if (cue !== undefined && broken.has(cue) && !isTooLong && !(isOfCard && (cue !== 'other' || hasExpiry)))
    return;
  if (!looksLikeCard && !(speaksOfCard && digits.length <= 20) && !(speaksOfCard && digits.length > 20))
    return;
  // What follows sixteen digits in the same breath is the expiry date and the code.
  const expected = cardLength(digits) || 16;
  let end = run.first;
  let length = 0;
  while (end < run.end && (length < expected || run.end - end === 0)) {
    length += scan.parts[end]!.digits.length;
    end += 1;
  }
  const rest = digits.length - length;
  takeParts(scan, run.first, rest >= 3 ? end : run.end);
}

const CODE_REACH = 9;
const notCode = new Set('euro euros pounds dollars reais amount total order'.split(' '));
const codeWords = new Set(
  (
    'code front back security crypto verification codigo detras atras dorso derriere dos verso securite ' +
    'hinten ruckseite vorne prufziffer codice dietro retro tras frente davanti devant delante'
  ).split(' '),
);

function speaksOfCode(scan: Scan, from: number, to: number): boolean {
  const { items } = scan;
  for (let at = from; at < Math.min(items.length, to + 5); at += 1)
    if (codeWords.has(items[at]!.text)) return true;
  return false;
}

function digitsOf(scan: Scan, span: { readonly from: number; readonly to: number }): string {
  let digits = '';
  for (let at = scan.partFrom[span.from] ?? -1; at >= 0 && at < scan.parts.length; at += 1) {
    if (scan.parts[at]!.to > span.to) break;
    digits += scan.parts[at]!.digits;
  }
  return digits;
}

/** Expiry and code said right after a card number without being named. */
export function findCardTail(scan: Scan): void {
  for (const span of [...scan.spans]) {
    if (span.type !== 'PAN') continue;
    let at = (scan.partTo[span.to] ?? -1) + 1;
    if (at === 0) continue;
    let before = span.to;
    let expiryFound = false;
    for (let step = 0; step < 6 && at < scan.parts.length; step += 1) {
      const part = scan.parts[at]!;
      if (part.from - before > CODE_REACH || scan.taken[part.from] === 1) break;
      let end = at + 1;
      let digits = part.digits;
      const want = expiryFound ? 3 : 4;
      while (
        end < scan.parts.length &&
        digits.length < want &&
        scan.parts[end]!.from - scan.parts[end - 1]!.to <= 1
      ) {
        digits += scan.parts[end]!.digits;
        end += 1;
      }
      const gap = scan.items.slice(before, part.from);
      const gapIsPlain = part.from - before <= 4 && gap.every(isFiller);
      // "… and four double oh nine from the front": a few words in between, and a code of the length that card has.
      const codeLength = cardLength(digitsOf(scan, span)) === 15 ? 4 : 3;
      const isNamed =
        digits.length === codeLength && !gap.some((item) => item.text === '?' || notCode.has(item.text));
      if (!gapIsPlain) {
        if (isNamed && speaksOfCode(scan, before, scan.parts[end - 1]!.to))
          take(scan, 'CVV', part.from, scan.parts[end - 1]!.to);
        break;
      }
      const month = Number(digits.slice(0, 2));
      if (!expiryFound && digits.length === 4 && month >= 1 && month <= 12) {
        take(scan, 'EXPIRY', part.from, scan.parts[end - 1]!.to);
        expiryFound = true;
      } else if (digits.length === 3 || (digits.length === 4 && (expiryFound || codeLength === 4))) {
        take(scan, 'CVV', part.from, scan.parts[end - 1]!.to);
        break;
      } else break;
      before = scan.parts[end - 1]!.to;
      at = end;
    }
  }
}
