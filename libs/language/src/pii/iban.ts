import type { Item } from './items.js';
import type { Scan } from './scan.js';
import { cueIndex, isCorrection, isFiller, partStartingAt, take } from './scan.js';
import { mayNameLetter, spelledLetter } from './spelling.js';

// ISO 13616 registry: length by country.
const lengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
  AE: 23,
  SA: 24,
  BR: 29,
  AD: 24,
};

/** ISO 7064 MOD 97-10, as ISO 13616 asks. */
export function isIbanValid(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (let at = 0; at < moved.length; at += 1) {
    const code = moved.charCodeAt(at);
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
  }
  return rest === 1;
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** International bank account numbers, written or spelled. */
export function findIbans(scan: Scan): void {
  for (let at = 0; at < scan.items.length; at += 1) {
    const item = scan.items[at]!;
    if (item.kind !== 'word' || scan.taken[at] === 1) continue;
    if (item.text.length > 2 && !(item.text.length <= 8 && mayNameLetter(item.text))) continue;
    if (!isCountryStart(scan, at)) continue;
    const found = ibanAt(scan, at);
    if (found > 0 && take(scan, 'IBAN', at, found)) at = found - 1;
  }
}

function isCountryStart(scan: Scan, at: number): boolean {
  const pieces = collect(scan, at, 2);
  return (
    lengths[
      pieces
        .map((piece) => piece.text)
        .join('')
        .slice(0, 2)
    ] !== undefined
  );
}

function collect(scan: Scan, from: number, enough: number): Piece[] {
  const pieces: Piece[] = [];
  let total = 0;
  let at = from;
  let idle = 0;
  while (at < scan.items.length && total < enough && idle <= 4) {
    const item = scan.items[at]!;
    if (scan.taken[at] === 1) break;
    const part = partStartingAt(scan, at);
    let piece: Piece | undefined;
    const spelled = spelledLetter(scan.items, at, true);
    if (part !== undefined && total >= 2) piece = { text: part.digits, from: at, to: part.to };
    else if (spelled !== undefined) piece = { text: spelled.letter.toUpperCase(), from: at, to: spelled.to };
    else if (
      item.kind === 'word' &&
      item.text.length <= 4 &&
      (item.raw === item.raw.toUpperCase() || total < 2 || isBankCode(scan.items, at, total)) &&
      /^[a-z]+$/.test(item.text)
    ) {
      if (total < 2 && item.text.length > 2) break;
      piece = { text: item.text.toUpperCase(), from: at, to: at + 1 };
    } else if ((isFiller(item) || isCorrection(item)) && pieces.length > 0) {
      idle += 1;
      at += 1;
      continue;
    } else break;
    pieces.push(piece);
    total += piece.text.length;
    at = piece.to;
    idle = 0;
  }
  return pieces;
}

// "gb29 nwbk 6016": the bank's letters stand between digits.
function isBankCode(items: readonly Item[], at: number, total: number): boolean {
  return total === 4 && items[at]!.text.length === 4 && items[at + 1]?.kind === 'digits';
}

function ibanAt(scan: Scan, from: number): number {
  const pieces = collect(scan, from, 34);
  const all = pieces.map((piece) => piece.text).join('');
  const length = lengths[all.slice(0, 2)];
  if (length === undefined || !/^[A-Z]{2}\d\d/.test(all)) return -1;
  let seen = 0;
  for (const piece of pieces) {
    seen += piece.text.length;
    if (seen === length && isIbanValid(all.slice(0, length))) return piece.to;
    if (seen >= length) break;
  }
  let isAnnounced = false;
  for (
    let at = cueIndex(scan.cues, from - 14);
    at < scan.cues.length && scan.cues[at]!.from < from;
    at += 1
  ) {
    if (scan.cues[at]!.cue === 'iban') isAnnounced = true;
  }
  if (!isAnnounced || all.length < 12) return -1;
  let kept = 0;
  // A number that fails its check may hold a digit said twice: what follows in digits belongs to it.
  let end = -1;
  for (const piece of pieces) {
    const isDigits = /^\d+$/.test(piece.text);
    if (kept >= length && !isDigits) break;
    kept += piece.text.length;
    if (kept >= length) end = piece.to;
  }
  if (end > 0) return end;
  return pieces[pieces.length - 1]!.to;
}
