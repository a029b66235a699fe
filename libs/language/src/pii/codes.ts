import type { Scan } from './scan.js';
import { cueFor, cueIndex, digitRuns, isFiller, partStartingAt, take } from './scan.js';
import { mayNameLastLetter, spelledLetter } from './spelling.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
// Where a security code stands, in words that are hardly said of anything else near three digits.
const places = words(
  'back rear reverse behind strip detras atras reverso dorso derriere dos verso hinten ruckseite hinterseite retro dietro tras signature unterschriftsfeld panel front frente',
);
const namesOfCode = words(
  'code codes digit digits numbers number figures numeros numeritos digitos cifras codigo chiffres numero numeros crypto visuel zahlen ziffern zahl nummer code prufziffer ziffernfolge cifre numeri numerino numerini codice digitinhos numerozinho security seguridad seguranca securite sicurezza sicherheit seguridad three tres trois drei tre',
);
const little = words('numeritos numerini digitinhos petits chiffres ziffern digits cifras cifre digitos');
const verbOfBack = words(
  'call calls calling called ring money get got go going come came pay paid give send went put be want',
);
const notCode = words(
  'euro euros pounds pound dollars dollar reais quid percent order orders minutes hours days weeks months years jahre tage stunden minuten dias horas minutos anos heures jours minuti ore giorni times mal veces fois volte vezes people',
);

/** Security codes by what is said around three or four digits: where they stand on the card, or that a card came before. */
export function findCodes(scan: Scan): void {
  const cards = scan.spans.filter((span) => span.type === 'PAN' || span.type === 'EXPIRY');
  for (const run of digitRuns(scan)) {
    const { length } = run.digits;
    if (length !== 3 && length !== 4) continue;
    if (notCode.has(scan.items[run.to]?.text ?? '')) continue;
    const isAfterCard = cards.some((span) => span.to <= run.from && run.from - span.to <= 14);
    if (isPlaced(scan, run.from, run.to, isAfterCard || scan.speaksOfCard, length))
      take(scan, 'CVV', run.from, run.to);
    else if (isAfterCard && isNamed(scan, run.from, run.to)) take(scan, 'CVV', run.from, run.to);
  }
}

// "the back says …", "derrière c'est marqué …", "… on the back"
function isPlaced(scan: Scan, from: number, to: number, isCard: boolean, length: number): boolean {
  const { items } = scan;
  let [place, name] = [false, false];
  for (let at = from - 1; at >= 0 && from - at <= 12; at -= 1) {
    if (scan.taken[at] === 1 || items[at]!.text === '?' || ((scan.partOver[at] ?? -1) >= 0 && from - at > 5))
      break;
    place ||= isPlace(scan, at);
    name ||= namesOfCode.has(items[at]!.text);
    if (
      little.has(items[at]!.text) &&
      items[at]!.text.length > 6 &&
      from - at <= 4 &&
      length === 3 &&
      !isOther(scan, from)
    )
      return true;
  }
  for (let at = to; at < items.length && at - to < 7; at += 1) {
    if (scan.taken[at] === 1 || (scan.partOver[at] ?? -1) >= 0) break;
    place ||= isPlace(scan, at);
    name ||= namesOfCode.has(items[at]!.text);
  }
  return place && (name || isCard || length === 3) && !isOther(scan, from);
}

function isPlace(scan: Scan, at: number): boolean {
  const { text } = scan.items[at]!;
  if (!places.has(text)) return false;
  const before = scan.items[at - 1]?.text ?? '';
  // "call me back", "get my money back", "dos" is two in Spanish and "atrás" is ago.
  if (text === 'back')
    return (
      ['the', 'its', 'my', 'on', 'at', 'from', 'of'].includes(before) &&
      !verbOfBack.has(scan.items[at - 2]?.text ?? '')
    );
  if (text === 'dos') return scan.lang === 'fr' && (before === 'au' || before === 'le');
  if (text === 'tras' || text === 'frente' || text === 'front')
    return before !== '' && before !== 'in' && before !== 'up' && before !== 'em';
  return true;
}

function isNamed(scan: Scan, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 5); at < Math.min(scan.items.length, to + 4); at += 1)
    if ((at < from || at >= to) && scan.taken[at] !== 1 && namesOfCode.has(scan.items[at]!.text))
      return !isOther(scan, from);
  return false;
}

function isOther(scan: Scan, from: number): boolean {
  for (let at = cueIndex(scan.cues, from - 9); at < scan.cues.length && scan.cues[at]!.from < from; at += 1) {
    const { cue } = scan.cues[at]!;
    if (scan.items[scan.cues[at]!.from]!.text === 'marque' && scan.lang === 'fr') continue;
    if (cue === 'other' || cue === 'last-four' || cue === 'pin' || cue === 'password' || cue === 'phone')
      return true;
  }
  return false;
}

// "… ocho siete uno, letra k"
const letterNouns = words('letter letra lettre lettera buchstabe cle clave');
const MAX_CODE = 24;
const vowels = words('a e i o u y');

/** Numbers of a person said letter by letter and digit by digit after what announces them. */
export function findSpelledCodes(scan: Scan): void {
  for (const cue of scan.cues) {
    if (cue.cue !== 'ssn') continue;
    let from = cue.to;
    while (from - cue.to < 6 && from < scan.items.length && !isPiece(scan, from)) {
      if (scan.items[from]!.text === '?') break;
      from += 1;
    }
    const to = pieceEnd(scan, from);
    if (to > from && cueFor(scan, from, to)?.cue === 'ssn') take(scan, 'SSN', from, to);
  }
}

function isPiece(scan: Scan, at: number): boolean {
  const item = scan.items[at]!;
  if (partStartingAt(scan, at) !== undefined) return true;
  if (item.kind !== 'word' || scan.items[at - 1]?.text === "'" || scan.items[at + 1]?.text === "'")
    return false;
  const next = scan.items[at + 1];
  if (next === undefined) return false;
  // "j for juliet", "erre esse"
  const spelled = spelledLetter(scan.items, at, true);
  if (spelled !== undefined && spelled.to > at + 1) return true;
  const isName = spelled !== undefined && item.text.length > 2;
  if (isName && (partStartingAt(scan, at + 1) ?? spelledLetter(scan.items, at + 1, true)) !== undefined)
    return true;
  if (item.text.length > 1 && spelled !== undefined && spelledLetter(scan.items, at + 1, true) !== undefined)
    return true;
  if (vowels.has(item.text) && item.raw === item.raw.toLowerCase() && next.text.length !== 1) return false;
  if (item.text.length === 1)
    return next.text.length === 1 || next.kind === 'digits' || partStartingAt(scan, at + 1) !== undefined;
  // "GOMC850101HDFRRL09"
  const isGlued = next.kind === 'digits' && next.start === item.end;
  return (
    item.text.length <= (isGlued ? 6 : 2) && item.raw === item.raw.toUpperCase() && next.kind === 'digits'
  );
}

function pieceEnd(scan: Scan, from: number): number {
  const { items } = scan;
  let [at, to, digits, length, idle] = [from, from, 0, 0, 0];
  while (at < items.length && length < MAX_CODE && idle <= 3) {
    if (scan.taken[at] === 1) return -1;
    const part = partStartingAt(scan, at);
    const letter = spelledLetter(items, at, true);
    const item = items[at]!;
    if (part !== undefined) {
      digits += part.digits.length;
      length += part.digits.length;
      at = part.to;
      to = at;
    } else if (letter === undefined && digits >= 7 && isLast(items, at) && mayNameLastLetter(item.text)) {
      length += 1;
      at += 1;
      to = at;
    } else if (letter !== undefined && !isLooseVowel(scan, at)) {
      length += 1;
      at = letter.to;
      to = at;
    } else if (
      item.kind === 'word' &&
      item.text.length <= 6 &&
      item.raw === item.raw.toUpperCase() &&
      length + item.text.length <= 17
    ) {
      length += item.text.length;
      at += 1;
      to = at;
    } else if (length > 0 && (letterNouns.has(item.text) || (isFiller(item) && item.text !== '.'))) {
      idle += 1;
      at += 1;
      continue;
    } else if (item.text === '.' && items[at + 1]?.start === item.end) at += 1;
    else break;
    idle = 0;
  }
  return digits >= 5 && length >= 7 && length <= 20 ? to : -1;
}

// "es la a", "… 45 y": a word, not a letter, unless more of the number follows.
function isLast(items: Scan['items'], at: number): boolean {
  const next = items[at + 1];
  return next === undefined || next.text === '.' || next.text === ',';
}

function isLooseVowel(scan: Scan, at: number): boolean {
  if (!vowels.has(scan.items[at]!.text) || scan.items[at]!.start === scan.items[at - 1]?.end) return false;
  const after = scan.items[at + 1]?.text === ',' ? at + 2 : at + 1;
  return (
    scan.items[at + 1] !== undefined &&
    spelledLetter(scan.items, after, true) === undefined &&
    partStartingAt(scan, after) === undefined
  );
}
