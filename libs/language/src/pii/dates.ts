import type { Item } from './items.js';
import type { DigitPart } from './digit-parts.js';
import type { Scan } from './scan.js';
import { cueIndex, isCorrection, isFiller, isInNumber, take } from './scan.js';

const months = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'januar janner februar marz maerz april mai juni juli august september oktober november dezember ' +
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ' +
    'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'
  ).split(' '),
);
const ordinals = new Set(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth ' +
    'eighteenth nineteenth twentieth thirtieth thirty-first premier primero primo primeiro ersten erster erste zweiten zweiter dritten dritter vierten vierter ' +
    'funften sechsten siebten siebenten achten neunten zehnten elften zwolften dreizehnten vierzehnten funfzehnten sechzehnten siebzehnten achtzehnten neunzehnten ' +
    'zwanzigsten einundzwanzigsten zweiundzwanzigsten dreiundzwanzigsten vierundzwanzigsten funfundzwanzigsten sechsundzwanzigsten siebenundzwanzigsten ' +
    'achtundzwanzigsten neunundzwanzigsten dreissigsten einunddreissigsten'
  ).split(' '),
);
// Days that have a name.
for (const day of 'valentine valentines eve christmas halloween silvester heiligabend weihnachten neujahr navidad nochebuena nochevieja noel natale capodanno ferragosto natal'.split(
  ' ',
))
  months.add(day);
// "siebzehnter", "siebzehnte" beside "siebzehnten".
for (const ordinal of [...ordinals])
  if (/(?:st|t)en$/.test(ordinal)) {
    ordinals.add(`${ordinal.slice(0, -1)}r`);
    ordinals.add(ordinal.slice(0, -1));
  }
const links = new Set(
  'day the of in on de del du le la il el den dem der am im vom di d do da und and y e et year month mes ano mois annee monat jahr mese anno the st nd rd th er'.split(
    ' ',
  ),
);

const waits = new Set(
  'second sec moment minute momento segundo instant seconde minuto attimo secondo'.split(' '),
);

/** Item range of the date after `from`, or undefined. `atMost` items may stand before it. */
function dateAfter(
  scan: Scan,
  from: number,
  atMost: number,
): { from: number; to: number; parts: number; ordinals: number; hasMonth: boolean } | undefined {
  const { items } = scan;
  let at = from;
  let start = -1;
  let end = -1;
  let count = 0;
  let digits = 0;
  let hasMonth = false;
  let ordinalCount = 0;
  let partAt = lowerBound(scan.parts, from);
  let idle = 0;
  while (at < items.length && idle <= (start < 0 ? atMost : 3)) {
    const item = items[at]!;
    if (scan.taken[at] === 1) break;
    while (partAt < scan.parts.length && scan.parts[partAt]!.to <= at) partAt += 1;
    const part = scan.parts[partAt];
    if (start < 0 && part?.from === at && part.digits === '1' && waits.has(items[part.to]?.text ?? '')) {
      at = part.to + 1;
      continue;
    }
    if (part !== undefined && part.from === at) {
      if (start >= 0 && digits + part.digits.length > 8) break;
      if (start < 0) start = at;
      at = part.to;
      end = at;
      count += 1;
      digits += part.digits.length;
      idle = 0;
      if (digits === 8) break;
      continue;
    }
    if (item.kind === 'word' && (months.has(item.text) || ordinals.has(item.text))) {
      if (months.has(item.text)) hasMonth = true;
      else ordinalCount += 1;
      if (start < 0) start = at;
      end = at + 1;
      count += 1;
      idle = 0;
    } else if (start >= 0 && !isLink(item) && !isCorrection(item)) break;
    // "my birthday? …"
    else if (item.text === '?' && at === from) idle += 1;
    else if (item.text === '?' || item.text === '!') break;
    // "oh eight... sorry it's eight": a pause is no word.
    else if (
      item.text !== "'" &&
      !(item.text === '.' && (items[at + 1]?.text === '.' || items[at - 1]?.text === '.'))
    )
      idle += 1;
    at += 1;
  }
  return start < 0
    ? undefined
    : { from: withHead(items, start), to: end, parts: count, ordinals: ordinalCount, hasMonth };
}

const heads = new Set('new year years s the end of christmas valentine valentines'.split(' '));
const ends = new Set('end ende fin fine final finales fim'.split(' '));

// "the third", "new year's eve", "end of february"
function withHead(items: readonly Item[], from: number): number {
  let at = from;
  while (at > 0 && from - at < 5 && (items[at - 1]!.text === "'" || heads.has(items[at - 1]!.text))) at -= 1;
  // "the uh fifth"
  if (
    at === from &&
    items[at - 2]?.text === 'the' &&
    items[at - 1]!.kind === 'word' &&
    isFiller(items[at - 1]!)
  )
    return at - 2;
  if (ends.has(items[at - 1]?.text ?? '')) return at - 1;
  if (at > 1 && ['de', 'di', 'do', 'des'].includes(items[at - 1]!.text) && ends.has(items[at - 2]!.text))
    return at - 2;
  while (at < from && (items[at]!.text === "'" || items[at]!.text === 'of' || items[at]!.text === 's'))
    at += 1;
  return at;
}

const conjunctions = new Set([
  'and',
  'then',
  'y',
  'luego',
  'et',
  'puis',
  'und',
  'dann',
  'poi',
  'depois',
  'next',
  'now',
]);

// What comes after "and" is no part of the date.
function isLink(item: Item): boolean {
  if (conjunctions.has(item.text)) return false;
  return isFiller(item) || links.has(item.text);
}

function lowerBound(parts: readonly DigitPart[], from: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Birth dates and card expiry dates, by what announces them. */
export function findDates(scan: Scan): void {
  for (const cue of scan.cues) {
    if (cue.cue !== 'dob' && cue.cue !== 'expiry') continue;
    const date = dateAfter(scan, cue.to, 6) ?? (cue.cue === 'dob' ? dateBefore(scan, cue.from) : undefined);
    if (date === undefined) continue;
    const digits = digitsIn(scan, date.from, date.to);
    if (cue.cue === 'dob') {
      if (
        digits.length >= 4 ||
        (date.ordinals >= 2 && digits.length >= 2) ||
        (date.hasMonth && digits.length >= 1)
      )
        take(scan, 'DOB', date.from, date.to);
    } else if (isExpiry(scan, date, digits) || isOrdinalMonth(scan, date, digits))
      take(scan, 'EXPIRY', date.from, date.to);
  }
  expiryAfterCard(scan);
  wholeTurnBirthDate(scan);
  bareBirthDate(scan);
  numericBirthDate(scan);
}

// "4/12/79 is my date of birth"
function dateBefore(scan: Scan, cueAt: number): ReturnType<typeof dateAfter> {
  let from = cueAt;
  while (from > 0 && cueAt - from < 16 && scan.taken[from - 1] !== 1) {
    const { text } = scan.items[from - 1]!;
    if (text === 'on' || text === 'am' || text === 'em') break;
    if (!isDatePiece(scan, from - 1) && !months.has(text) && !saidOfDate.has(text)) break;
    from -= 1;
  }
  const date = from === cueAt ? undefined : dateAfter(scan, from, 2);
  return date !== undefined && date.to <= cueAt ? date : undefined;
}

const saidOfDate = new Set(
  "/ - . , ' is s my e es est ist mi ma mon mein meine mia a minha that esa esta ese cette das questa essa".split(
    ' ',
  ),
);
const untils = new Set('bis until till til thru through hasta ate fino jusqu jusque au to exp'.split(' '));

// "5200 8282 8282 8210 bis null neun neunundzwanzig"
function expiryAfterCard(scan: Scan): void {
  for (const span of [...scan.spans]) {
    if (span.type !== 'PAN') continue;
    for (let at = span.to; at < Math.min(scan.items.length, span.to + 4); at += 1) {
      if (!untils.has(scan.items[at]!.text)) continue;
      const date = dateAfter(scan, at + 1, 3);
      if (date !== undefined && isExpiry(scan, date, digitsIn(scan, date.from, date.to)))
        take(scan, 'EXPIRY', date.from, date.to);
      break;
    }
  }
}

function isExpiry(
  scan: Scan,
  date: { from: number; to: number; hasMonth: boolean },
  digits: string,
): boolean {
  if (!hasCardNear(scan, date.from)) return false;
  if (date.hasMonth) return digits.length >= 2 && digits.length <= 6;
  return digits.length >= 3 && digits.length <= 6;
}

// "the fourth month thirty"
function isOrdinalMonth(scan: Scan, date: { from: number; ordinals: number }, digits: string): boolean {
  return date.ordinals === 1 && (digits.length === 2 || digits.length === 4) && hasCardNear(scan, date.from);
}

// "expires" is said of offers and passwords too.
function hasCardNear(scan: Scan, at: number): boolean {
  for (const span of scan.spans.slice(-8)) if (span.type === 'PAN' || span.type === 'CVV') return true;
  const { cues } = scan;
  for (let index = cueIndex(cues, at - 30); index < cues.length && cues[index]!.from < at + 30; index += 1) {
    if (cues[index]!.cue === 'card' || cues[index]!.cue === 'cvv') return true;
  }
  return !scan.speaksOfOther;
}

function wholeTurnBirthDate(scan: Scan): void {
  if (scan.items.length > 14 || scan.items.length === 0) return;
  const date = dateAfter(scan, 0, 2);
  if (date === undefined || date.to < scan.items.length - 1) return;
  const digits = digitsIn(scan, date.from, date.to);
  // "twelfth of the twelfth eighty eight"
  const isByOrdinals = date.ordinals >= 2 && (digits.length === 2 || digits.length === 4);
  if (isByOrdinals && take(scan, 'DOB', date.from, date.to)) return;
  if (!date.hasMonth) return;
  const year = Number(digits.slice(-4));
  if (digits.length >= 5 && year >= 1910 && year <= 2012) take(scan, 'DOB', date.from, date.to);
}

const notBirth = new Set(
  (
    'since from until opened bought built contract joined married moved policy installed signed started dated due invoice bill delivery flight appointment trip ' +
    'desde hasta abri compre firme contrato cita vuelo depuis jusqu achete signe contrat vol seit bis gekauft unterschrieben vertrag flug termin ' +
    'dal fino comprato firmato contratto volo comprei assinei voo consulta'
  ).split(' '),
);

/** A full date long ago in a short turn is a birth date, unless something else happened then. */
function bareBirthDate(scan: Scan): void {
  const { items } = scan;
  if (items.length > 22 || scan.speaksOfOther || items.some((item) => notBirth.has(item.text))) return;
  for (let at = 0; at < items.length; at += 1) {
    if (items[at]!.kind !== 'word' || scan.taken[at] === 1 || !months.has(items[at]!.text)) continue;
    let from = at;
    while (
      from > 0 &&
      at - from < 9 &&
      scan.taken[from - 1] !== 1 &&
      items[from - 1]!.text !== 'on' &&
      (isDatePiece(scan, from - 1) || isSaidAgain(scan, from - 1))
    )
      from -= 1;
    const date = dateAfter(scan, from, 3);
    if (date === undefined || !date.hasMonth) continue;
    // "twenty-third of april seventy one": the tens of the day are no part of the year.
    const ofYear = date.ordinals > 0 ? digitsIn(scan, at + 1, date.to) : '';
    const digits = ofYear.length >= 2 ? ofYear : digitsIn(scan, date.from, date.to);
    const year = Number(digits.slice(-4));
    const short = Number(digits.slice(-2));
    const hasDay = date.parts >= 3;
    const isLongAgo =
      digits.length >= 4
        ? year >= 1915 && year <= 2009
        : hasDay && digits.length >= 2 && short >= 32 && short <= 99;
    if (hasDay && isLongAgo && take(scan, 'DOB', date.from, date.to)) at = date.to;
  }
}

const answers = new Set(
  'it s its is that would be yes sure um uh so es seria el le c est ist das e sim si oui ja ok okay'.split(
    ' ',
  ),
);

/** "12/06/1981", "oh three eleven nineteen eighty two": a turn that is nothing but day, month and a year of birth. */
function numericBirthDate(scan: Scan): void {
  const { items, parts } = scan;
  if (items.length > 16 || parts.length < 3 || scan.speaksOfOther || scan.taken.includes(1)) return;
  const [first, last] = [parts[0]!, parts[parts.length - 1]!];
  const isAlone = items.every(
    (item, at) => isInNumber(scan, at) || isFiller(item) || item.text === '/' || answers.has(item.text),
  );
  const digits = parts.map((part) => part.digits).join('');
  const isYear = /(?:19[1-9]\d|200\d)$/.test(digits);
  const [day, month] = [Number(digits.slice(0, -6)), Number(digits.slice(-6, -4))];
  const isDay =
    digits.length === 8
      ? day >= 1 && day <= 31 && month >= 1 && month <= 31 && Math.min(day, month) <= 12
      : digits.length === 6 || digits.length === 7;
  if (isAlone && isYear && isDay && parts.every((part) => part.digits.length <= 4))
    take(scan, 'DOB', first.from, last.to);
}

// "the uh fifth no the sixth of march": a word between, where a day comes before it.
function isSaidAgain(scan: Scan, at: number): boolean {
  const { items } = scan;
  if (!isFiller(items[at]!) && !isCorrection(items[at]!)) return false;
  return (
    [at - 1, at - 2].some((one) => one >= 0 && ordinals.has(items[one]!.text)) ||
    links.has(items[at - 1]?.text ?? '')
  );
}

function isDatePiece(scan: Scan, at: number): boolean {
  const item = scan.items[at]!;
  // "twenty-third"
  if (item.text === '-' && ordinals.has(scan.items[at + 1]?.text ?? '')) return true;
  return ordinals.has(item.text) || links.has(item.text) || (scan.partOver[at] ?? -1) >= 0;
}

function digitsIn(scan: Scan, from: number, to: number): string {
  let digits = '';
  for (let at = lowerBound(scan.parts, from); at < scan.parts.length && scan.parts[at]!.to <= to; at += 1) {
    digits += scan.parts[at]!.digits;
  }
  return digits;
}
