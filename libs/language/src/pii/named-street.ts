import { withBuilding } from './address-units.js';
import { isCapital, nameWord } from './name-words.js';
import type { Scan } from './scan.js';
import { partStartingAt } from './scan.js';
import { linking } from './street-words.js';

const intoStreet = new Set('en in at is es est ist e la el the : , au'.split(' '));

// "vivo en alcalá 212, cuarto derecha": a street without a word for it, after what says that it is one.
export function namedStreet(scan: Scan, cueEnd: number): [number, number] | undefined {
  const { items } = scan;
  let from = cueEnd;
  while (from - cueEnd < 2 && intoStreet.has(items[from]?.text ?? '')) from += 1;
  let at = from;
  let isNamed = false;
  for (; at - from < 4; at += 1) {
    const item = items[at];
    if (item?.kind !== 'word' || scan.taken[at] === 1 || partStartingAt(scan, at) !== undefined) break;
    if (linking.has(item.text)) continue;
    const word = nameWord(item);
    if (word === 'stop' || (word === 'ordinary' && !isCapital(item))) return undefined;
    isNamed = true;
  }
  const part = partStartingAt(scan, at);
  if (!isNamed || part === undefined || part.digits.length > 4) return undefined;
  const to = withBuilding(scan, part.to);
  const next = items[to];
  return next === undefined || next.kind === 'mark' ? [from, to] : undefined;
}
