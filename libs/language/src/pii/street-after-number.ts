import type { Item } from './items.js';
import type { Scan } from './scan.js';
import { partEndingAt } from './scan.js';
import { after, stop } from './street-words.js';

const definite = new Set(
  'crescent close avenue grove green square drive terrace gardens mews paddocks hill orchard copse croft cottages parade'.split(
    ' ',
  ),
);

// "a one terabyte drive", "the ten minute walk"
const measures = new Set(
  'terabyte gigabyte megabyte gig gb tb hard minute minutes hour hours day days week mile miles bedroom door wheel percent year years litre liter inch foot man woman person euro pound dollar'.split(
    ' ',
  ),
);

const ordinalEnds = new Set(
  'st nd rd th first second third fourth fifth sixth seventh eighth ninth'.split(' '),
);

// "88 north 3rd street", "west fifty third street": a street's own number.
function isOrdinal(items: readonly Item[], to: number): boolean {
  return ordinalEnds.has(items[to]?.text ?? '') && after.has(items[to + 1]?.text ?? '');
}

// "12 baker street", "forty two wallaby way"
export function numberFirst(scan: Scan, streetAt: number): [number, number] | undefined {
  const { items } = scan;
  let at = streetAt;
  for (let names = 0; names < 4 && at > 0; names += 1) {
    const part = partEndingAt(scan, at);
    if (part !== undefined && isOrdinal(items, part.to)) {
      at = part.from;
      continue;
    }
    // "a five twelve drive": a street has a name.
    if (part !== undefined && at === streetAt) return undefined;
    if (part !== undefined) {
      let from = part.from;
      for (let more = 0; more < 4; more += 1) {
        const earlier = partEndingAt(scan, from);
        if (earlier === undefined) break;
        from = earlier.from;
      }
      return [from, streetAt + 1];
    }
    // "12b", "12 a"
    const word = items[at - 1]!;
    if (word.text === "'" || (word.text === 's' && items[at - 2]?.text === "'")) {
      at -= 1;
      names -= 1;
      continue;
    }
    if (word.text === 'the' && at === streetAt && definite.has(items[streetAt]!.text)) {
      at -= 1;
      continue;
    }
    if (measures.has(word.text)) return undefined;
    if (word.kind !== 'word' || (stop.has(word.text) && word.text.length > 1) || scan.taken[at - 1] === 1)
      return undefined;
    at -= 1;
  }
  const part = partEndingAt(scan, at);
  return part === undefined ? undefined : [part.from, streetAt + 1];
}
