import { UNITS as units } from './address-units.js';
import type { Item } from './items.js';
import { isCapital, nameWord } from './name-words.js';
import type { Scan } from './scan.js';
import { partEndingAt, partStartingAt } from './scan.js';
import { linking, stop } from './street-words.js';

const verbs = new Set(
  'esta estaba sera fue tiene hay est etait sera sont era sara ha foi tem ta fica desde depuis dalle dalla hasta jusqu cerrada cortada fermee chiusa fechada'.split(
    ' ',
  ),
);

// "la calle está cortada desde las nueve": a street that something is said of.
function isVerb(item: Item): boolean {
  return verbs.has(item.text) || (item.text === 'e' && item.raw !== 'e' && item.raw !== 'E');
}

const kilometre = new Set(['kilometro', 'quilometro', 'chilometro', 'km']);
const dashes = new Set('- guion tiret strich trattino traco dash'.split(' '));

const houseNumber = new Set('numero n no num nro #'.split(' '));

// "calle mayor 12", "12 rue de la paix", "via garibaldi numero 7"
export function streetFirst(scan: Scan, streetAt: number): [number, number] | undefined {
  const { items } = scan;
  const leading = partEndingAt(
    scan,
    items[streetAt - 1]?.text === ',' || units.has(items[streetAt - 1]?.text ?? '') ? streetAt - 1 : streetAt,
  );
  let at = items[streetAt + 1]?.text === '/' ? streetAt + 2 : streetAt + 1;
  let names = 0;
  while (at < items.length && names < 6) {
    const item = items[at]!;
    if (leading !== undefined && units.has(item.text)) break;
    if (
      item.text === ',' ||
      item.text === "'" ||
      item.text === '.' ||
      units.has(item.text) ||
      item.text === 'numero' ||
      item.text === 'n' ||
      kilometre.has(item.text) ||
      item.text === 'º'
    ) {
      at += 1;
      continue;
    }
    // "rue saint-denis"
    if (
      item.text === '-' &&
      item.start === items[at - 1]!.end &&
      items[at + 1]?.start === item.end &&
      names > 0
    ) {
      at += 2;
      continue;
    }
    // "travesía del prado s/n": a street without numbers.
    if (item.text === 's' && items[at + 1]?.text === '/' && items[at + 2]?.text === 'n' && names > 0)
      return [streetAt, at + 3];
    const part = partStartingAt(scan, at);
    if (part !== undefined && names > 0 && leading === undefined) {
      let to = part.to;
      for (let more = 0; more < 3; more += 1) {
        // "número 45-10"
        const isRange =
          dashes.has(items[to]?.text ?? '') &&
          (items[to]!.kind === 'word' || items[to]!.start === items[to - 1]!.end);
        const next = partStartingAt(scan, isRange ? to + 1 : to);
        if (next === undefined) break;
        to = next.to;
      }
      return [streetAt, to];
    }
    // "carrera 7 número 45-10": streets that are numbered.
    if (
      part !== undefined &&
      names === 0 &&
      leading === undefined &&
      houseNumber.has(items[part.to]?.text ?? '')
    ) {
      at = part.to;
      names += 1;
      continue;
    }
    // "12 rue du 8 mai 1945", "calle 5 de mayo 7"
    if (
      part !== undefined &&
      ((leading !== undefined && linking.has(items[at - 1]!.text)) ||
        (names === 0 && items[part.to]?.text === 'de'))
    ) {
      at = part.to;
      names += 1;
      continue;
    }
    if (item.kind !== 'word' || scan.taken[at] === 1 || isVerb(item)) break;
    if (leading !== undefined && names > 0 && stop.has(item.text) && !linking.has(item.text)) break;
    if (
      leading !== undefined &&
      names > 0 &&
      !linking.has(item.text) &&
      !linking.has(items[at - 1]!.text) &&
      !isCapital(item) &&
      !isStreetName(scan, at)
    )
      break;
    names += 1;
    at += 1;
  }
  return leading !== undefined && names > 0 ? [leading.from, trimmed(items, at)] : undefined;
}

const honours = new Set(
  'general docteur marechal president capitaine abbe saint sainte commandant colonel professeur doctor general presidente capitan dottore generale conde duque padre don dom santo santa marechal maitre pont grand grande vieux vieille petit petite haut basse'.split(
    ' ',
  ),
);

// "avenue du général leclerc", "rue jean jaurès": what is no everyday word belongs to the name of the street.
function isStreetName(scan: Scan, at: number): boolean {
  const word = nameWord(scan.items[at]!);
  return (word !== 'ordinary' && word !== 'stop') || honours.has(scan.items[at - 1]!.text);
}

function trimmed(items: readonly Item[], to: number): number {
  let end = to;
  while (end > 0 && (items[end - 1]!.kind === 'mark' || linking.has(items[end - 1]!.text))) end -= 1;
  return end;
}
