import type { Item } from './items.js';
import { isCapital } from './name-words.js';
import type { Scan } from './scan.js';
import { cueIndex, partStartingAt } from './scan.js';
import { germanTails, stop } from './street-words.js';

// "ich wohne am sandtor acht", "unter den linden fünf": no word for a street, but for living.
export function germanPlace(scan: Scan, at: number): [number, number] | undefined {
  const { items } = scan;
  const lead = items[at]!.text;
  const isLead =
    lead === 'am' ||
    lead === 'im' ||
    lead === 'zum' ||
    lead === 'zur' ||
    (lead === 'unter' && items[at + 1]?.text === 'den');
  if (!isLead || scan.lang !== 'de') return undefined;
  let name = at + 1;
  while (
    name - at < 3 &&
    (items[name]?.text === 'den' ||
      items[name]?.text === 'alten' ||
      items[name]?.text === 'neuen' ||
      items[name]?.text === 'der')
  )
    name += 1;
  const word = items[name];
  const part = partStartingAt(scan, name + 1);
  if (word?.kind !== 'word' || word.text.length < 4 || part === undefined || part.digits.length > 3)
    return undefined;
  const { cues } = scan;
  for (let near = cueIndex(cues, at - 10); near < cues.length && cues[near]!.from <= at + 10; near += 1)
    if (cues[near]!.cue === 'address') return [at, part.to];
  return undefined;
}

// "kaiser-wilhelm-ring"
function hyphenStart(items: readonly Item[], at: number): number {
  let from = at;
  while (
    at - from < 8 &&
    items[from - 1]?.text === '-' &&
    items[from - 1]!.end === items[from]!.start &&
    items[from - 2]?.kind === 'word' &&
    items[from - 2]!.end === items[from - 1]!.start
  )
    from -= 2;
  return from;
}

const notStreet = new Set(
  'diese dieser dieses eine einer keine keiner meine meiner ihre ihrer jede jeder welche welcher unsere unserer andere anderer letzte nachste erste'.split(
    ' ',
  ),
);

const houseSigns = new Set('. , nummer nr hausnummer'.split(' '));

// "hauptstrasse 5", "am alten weg zwölf"
export function germanStreet(scan: Scan, at: number): [number, number] | undefined {
  const { items } = scan;
  let numberAt = at + 1;
  while (numberAt - at < 4 && houseSigns.has(items[numberAt]?.text ?? '')) numberAt += 1;
  const part = partStartingAt(scan, numberAt);
  if (part === undefined) return undefined;
  const word = items[at]!.text;
  if (
    !germanTails.some(
      (tail) =>
        word.endsWith(tail) &&
        (word.length > tail.length + 2 ||
          tail === 'strasse' ||
          (word === tail && hyphenStart(items, at) < at) ||
          (scan.lang === 'de' &&
            word === tail &&
            /e[rns]?$/.test(items[at - 1]?.text ?? '') &&
            (items[at - 1]?.text.length ?? 0) > 3 &&
            !notStreet.has(items[at - 1]!.text))),
    )
  )
    return undefined;
  let from = hyphenStart(items, at);
  if (
    from === at &&
    germanTails.includes(word) &&
    items[at - 1]?.kind === 'word' &&
    !stop.has(items[at - 1]!.text)
  )
    from = at - 1;
  const lead = items[from - 1]?.text ?? '';
  const isPartOfName = lead === 'am' || lead === 'zum' || lead === 'zur' || lead === 'im';
  if (isPartOfName || (['an', 'auf'].includes(lead) && isCapital(items[from - 1]!) && from > 1)) from -= 1;
  return [from, part.to];
}
