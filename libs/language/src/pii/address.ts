import { fromBuilding, UNITS, withBuilding } from './address-units.js';
import type { Item } from './items.js';
import { nameWord } from './name-words.js';
import type { Scan } from './scan.js';
import { cueIndex, partEndingAt, partStartingAt, take } from './scan.js';

const after = new Set(
  'street st road rd avenue ave lane ln drive dr court ct way boulevard blvd close crescent terrace square place circle parkway pkwy highway row grove gardens mews hill walk rise view trail paddocks estate wharf quay yard meadow meadows orchard copse croft parade passage cottages green circus embankment vale brow fold alley alleyway path broadway mount link plaza dene loop turnpike expressway'.split(
    ' ',
  ),
);
const before = new Set(
  (
    'calle carretera urbanizacion avenida avda av bd pza plaza paseo carrera camino ronda travesia glorieta rue boulevard chemin allee impasse quai cours route place avenue ' +
    'via viale piazza corso vicolo largo piazzale strada rua travessa praca alameda estrada rodovia'
  ).split(' '),
);
const germanTails = [
  'strasse',
  'strase',
  'str',
  'weg',
  'platz',
  'gasse',
  'allee',
  'ring',
  'damm',
  'ufer',
  'steig',
  'chaussee',
  'hang',
  'feld',
  'berg',
  'stieg',
  'winkel',
  'hof',
  'halde',
  'blick',
  'gurtel',
  'markt',
  'graben',
  'zeile',
  'promenade',
  'brucke',
  'siedlung',
  'pfad',
];
const units = UNITS;
const linking = new Set(
  'de la del las los el du des d l da do das dos di delle dei della am an der den im the santa san saint st von zur zum e y'.split(
    ' ',
  ),
);
const stop = new Set(
  'is my i and the a to on in at it you was we they es mi y que en est mon ma je et ist mein meine ich und mio mia sono che e meu minha eu o this that for of with by go one two way no'.split(
    ' ',
  ),
);

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

const intoStreet = new Set('en in at is es est ist e la el the : , au'.split(' '));

// "vivo en alcalá 212, cuarto derecha": a street without a word for it, after what says that it is one.
function namedStreet(scan: Scan, cueEnd: number): [number, number] | undefined {
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

// "12 baker street", "forty two wallaby way"
function numberFirst(scan: Scan, streetAt: number): [number, number] | undefined {
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
    if (part !== undefined && (names > 0 || items[streetAt]!.text === 'way')) {
      let from = part.from;
      for (let more = 0; more < 4; more += 1) {
        const earlier = partEndingAt(scan, from);
        if (earlier === undefined) break;
        from = earlier.from;
      }
      if (names === 0) return undefined;
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

const ordinalEnds = new Set(
  'st nd rd th first second third fourth fifth sixth seventh eighth ninth'.split(' '),
);

// "88 north 3rd street", "west fifty third street": a street's own number.
function isOrdinal(items: readonly Item[], to: number): boolean {
  return ordinalEnds.has(items[to]?.text ?? '') && after.has(items[to + 1]?.text ?? '');
}

// "calle mayor 12", "12 rue de la paix", "via garibaldi numero 7"
function streetFirst(scan: Scan, streetAt: number): [number, number] | undefined {
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

function isCapital(item: Item): boolean {
  return item.raw[0] !== item.raw[0]!.toLowerCase();
}

function trimmed(items: readonly Item[], to: number): number {
  let end = to;
  while (end > 0 && (items[end - 1]!.kind === 'mark' || linking.has(items[end - 1]!.text))) end -= 1;
  return end;
}

// "ich wohne am sandtor acht", "unter den linden fünf": no word for a street, but for living.
function germanPlace(scan: Scan, at: number): [number, number] | undefined {
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
function germanStreet(scan: Scan, at: number): [number, number] | undefined {
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

function withUnit(scan: Scan, from: number, to: number): [number, number] {
  const { items } = scan;
  let start = fromBuilding(scan, from);
  const lead = items[start - 1]?.text ?? '';
  // "no" is a number in English and "in the" in Portuguese.
  const isUnit = units.has(lead) && (lead !== 'no' || scan.lang === 'en');
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

function withPostcode(scan: Scan, to: number): number {
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
