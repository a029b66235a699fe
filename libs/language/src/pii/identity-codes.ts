import type { Item } from './items.js';
import type { Scan } from './scan.js';
import { take } from './scan.js';

// Codice fiscale; NIE; national insurance number. Fixed lengths, so a match is bounded.
const shapes = [
  /^[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]$/,
  /^[xyz]\d{7}[a-z]$/,
  /^[a-ceghj-prtw-z]{2}\d{6}[a-d]$/,
];
const MAX_LENGTH = 16;

/** Numbers of a person that mix letters and digits, written in one piece or as a national insurance number in pairs. */
export function findIdentityCodes(scan: Scan): void {
  const { items } = scan;
  for (let at = 0; at < items.length; at += 1) {
    if (items[at]!.kind !== 'word' || items[at]!.text.length > 6 || scan.taken[at] === 1) continue;
    const to = codeEnd(items, at);
    if (to > at && take(scan, 'SSN', at, to)) at = to - 1;
  }
}

function codeEnd(items: readonly Item[], from: number): number {
  let text = '';
  for (let at = from; at < items.length && at - from < 8; at += 1) {
    const item = items[at]!;
    if (item.kind === 'mark') break;
    // Apart only in capitals: "AB 12 34 56 D".
    const isApart = at > from && item.start !== items[at - 1]!.end;
    if (
      isApart &&
      (item.start - items[at - 1]!.end > 1 || items[from]!.raw !== items[from]!.raw.toUpperCase())
    )
      break;
    text += item.text;
    if (text.length > MAX_LENGTH) break;
    const isEnd =
      items[at + 1] === undefined || items[at + 1]!.start !== item.end || items[at + 1]!.kind === 'mark';
    if (isEnd && shapes.some((shape) => shape.test(text))) return at + 1;
  }
  return -1;
}
