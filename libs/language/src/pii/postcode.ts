import { stop } from './street-words.js';
import type { Scan } from './scan.js';
import { partStartingAt } from './scan.js';

/** "l s six two b j": letters and digits said one by one. */
function spelledPostcode(scan: Scan, from: number): number {
  const { items } = scan;
  const letters = (at: number, most: number): number => {
    let end = at;
    while (
      end - at < most &&
      items[end]?.kind === 'word' &&
      items[end]!.text.length === 1 &&
      partStartingAt(scan, end) === undefined
    )
      end += 1;
    return end;
  };
  const area = letters(from, 2);
  let end = area;
  let digits = 0;
  for (
    let part = partStartingAt(scan, end);
    part !== undefined && digits + part.digits.length <= 3;
    part = partStartingAt(scan, end)
  ) {
    digits += part.digits.length;
    end = part.to;
  }
  const inward = letters(end, 2);
  return area > from && digits >= 2 && inward === end + 2 ? inward : -1;
}

// "indiranagar five six double oh three eight": a place and its code
function placeAndCode(scan: Scan, from: number): number {
  const { items } = scan;
  const place = items[from];
  let end = from;
  if (
    place?.kind === 'word' &&
    place.text.length > 3 &&
    !stop.has(place.text) &&
    partStartingAt(scan, from) === undefined
  )
    end += 1;
  let digits = 0;
  for (
    let part = partStartingAt(scan, end);
    part !== undefined && digits < 6;
    part = partStartingAt(scan, end)
  ) {
    digits += part.digits.length;
    end = part.to;
  }
  return digits === 5 || digits === 6 ? end : -1;
}

/** End of an address with the postcode that follows it at once. */
export function withPostcode(scan: Scan, to: number): number {
  const { items } = scan;
  let next = to;
  while (items[next]?.text === ',') next += 1;
  const first = items[next];
  if (first === undefined) return to;
  const spelled = spelledPostcode(scan, next);
  if (spelled > 0) return spelled;
  // United Kingdom: "nw1 6xe"
  const second = items[next + 1];
  // "sw1a 1aa"
  const isLettered = items[next + 2]?.text.length === 1 && items[next + 2]!.start === second?.end;
  const third = items[isLettered ? next + 3 : next + 2];
  const fourth = items[isLettered ? next + 4 : next + 3];
  if (
    first.kind === 'word' &&
    first.text.length <= 2 &&
    second?.kind === 'digits' &&
    second.text.length <= 2
  ) {
    if (
      third?.kind === 'digits' &&
      third.text.length === 1 &&
      fourth?.kind === 'word' &&
      fourth.text.length === 2
    )
      return isLettered ? next + 5 : next + 4;
  }
  const part = partStartingAt(scan, next);
  if (part !== undefined && part.digits.length >= 4 && part.digits.length <= 5) {
    // Portugal: "1200-195"
    const tail = items[part.to]?.text === '-' ? partStartingAt(scan, part.to + 1) : undefined;
    return tail?.digits.length === 3 ? tail.to : part.to;
  }
  const code = placeAndCode(scan, next);
  return code > 0 ? code : to;
}
