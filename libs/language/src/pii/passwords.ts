import type { Item } from './items.js';
import { NAME_STOPS } from './lexicon/name-stops.js';
import { takeValueBefore } from './password-before.js';
import { copulas, notValues } from './password-words.js';
import type { Scan } from './scan.js';
import { isCorrection, isFiller, isInNumber, partStartingAt, take } from './scan.js';
import { spelledLetter } from './spelling.js';

const ends = new Set(
  'and but so then can could please i my is the you when y pero et mais und aber e ma mas porque because weil perche capital all no with that s okay ok did got thanks danke gracias merci grazie obrigado'.split(
    ' ',
  ),
);

/** Passwords and memorable words that are said: what stands after "password is". PINs are numbers and found as such. */
export function findPasswords(scan: Scan): void {
  const { items } = scan;
  for (const cue of scan.cues) {
    if (cue.cue !== 'password' && cue.cue !== 'pin') continue;
    let at = afterAside(items, cue.to);
    let said = false;
    for (let step = 0; step < 8 && at < items.length; step += 1) {
      const item = items[at]!;
      if (copulas.has(item.text)) said = true;
      else if (
        item.text !== "'" &&
        item.text !== '"' &&
        !(item.text === ',' && !said && leads.has(items[at + 1]?.text ?? '')) &&
        !(said && item.kind === 'word' && isFiller(item)) &&
        !isTail(scan, at, said)
      )
        break;
      at += 1;
    }
    if (takeValueBefore(scan, cue)) continue;
    // "my secret word, tortoise"
    if (!said && items[at]?.text === ',' && items.length - at === 2 && isBareWord(items, cue, at + 1))
      at += 1;
    const first = items[at];
    if (!said && !isBareWord(items, cue, at) && !(cue.from <= 1 && isWordAndNumber(scan, cue.to))) continue;
    if (first === undefined || first.kind === 'mark' || scan.taken[at] === 1) continue;
    if (notValues.has(first.text) && first.text.length > 1 && first.raw === first.raw.toLowerCase()) continue;
    const to = valueEnd(scan, at);
    if (cue.cue === 'pin' && first.kind === 'word' && partStartingAt(scan, at) === undefined) continue;
    if (to > at) take(scan, 'PASSWORD', at, to);
  }
}

// "the password, if I remember right, is …": what is said in between.
function afterAside(items: readonly Item[], from: number): number {
  if (items[from]?.text !== ',') return from;
  for (let at = from + 2; at < Math.min(items.length, from + 9); at += 1)
    if (items[at]!.text === ',') return leads.has(items[at + 1]?.text ?? '') ? at + 1 : from;
  return from;
}

const leads = new Set([...copulas, 'it', 'that', 'thats', 'das']);

// "memorable word tangerine": the phrase and one last word.
function isBareWord(
  items: readonly Item[],
  cue: { readonly from: number; readonly to: number },
  at: number,
): boolean {
  const left = items.length - at;
  return (
    (cue.to - cue.from >= 2 || items[cue.from]!.text.length > 10) &&
    items[cue.to - 1]!.text !== 'password' &&
    left === 1 &&
    items[at]!.text.length > 3
  );
}

// "passwort mond achtundachtzig": after the phrase one word or two and a number, and nothing more.
function isWordAndNumber(scan: Scan, from: number): boolean {
  let at = from;
  for (; at - from < 2 && !isInNumber(scan, at); at += 1) {
    const word = scan.items[at];
    if (
      word?.kind !== 'word' ||
      word.text.length < 3 ||
      notValues.has(word.text) ||
      NAME_STOPS.has(word.text)
    )
      return false;
  }
  const part = partStartingAt(scan, at);
  return at > from && part !== undefined && part.to === scan.items.length;
}

// "password for online banking is …": a few words between cue and copula.
function isTail(scan: Scan, at: number, said: boolean): boolean {
  const { items } = scan;
  if (said || items[at]!.kind !== 'word') return false;
  for (let next = at + 1; next < Math.min(items.length, at + 4); next += 1)
    if (copulas.has(items[next]!.text) && !isInNumber(scan, next)) return true;
  return false;
}

const inner = new Set(
  'de la le of the di da du do my del el les los at one two three four five six seven eight nine ten zero mil e y'.split(
    ' ',
  ),
);
const doubts = new Set(
  'think believe guess creo crois glaube credo acho penso denke lower lowercase uppercase minuscula'.split(
    ' ',
  ),
);

function endsValue(item: Item): boolean {
  return doubts.has(item.text) || (NAME_STOPS.has(item.text) && !inner.has(item.text));
}

const signs = new Set(
  'bang exclamation hash hashtag dollar asterisk star underscore capital uppercase mayuscula exclamacion almohadilla majuscule ausrufezeichen raute sternchen esclamativo cancelletto asterisco maiuscola maiuscula'.split(
    ' ',
  ),
);

// "capital t, r o u t, eighty eight, bang": letters, numbers and signs after a pause.
function goesOn(scan: Scan, at: number): boolean {
  const item = scan.items[at];
  if (item === undefined || scan.taken[at] === 1) return false;
  if (signs.has(item.text)) return true;
  const part = partStartingAt(scan, at);
  // "uno, uno, ocho, cinco"
  if (part !== undefined) return part.digits.length >= 2 || (scan.partTo[at - 1] ?? -1) >= 0;
  return item.kind === 'word' && item.text.length === 1 && scan.items[at + 1]?.text.length === 1;
}

function valueEnd(scan: Scan, from: number): number {
  const { items } = scan;
  let at = from;
  let words = 0;
  while (at < items.length && words < 6) {
    const item = items[at]!;
    if (scan.taken[at] === 1) break;
    const glued = at > from && item.start === items[at - 1]!.end;
    if (item.text === ',' && goesOn(scan, at + 1)) {
      at += 1;
      continue;
    }
    if (item.kind === 'mark' && !glued) break;
    if (item.kind === 'mark' && (item.text === ',' || item.text === '.') && items[at + 1]?.start !== item.end)
      break;
    const part = partStartingAt(scan, at);
    const spelled = spelledLetter(items, at, at > from);
    if (part !== undefined) {
      at = part.to;
      continue;
    }
    const corrected = partStartingAt(scan, at + 1) ?? partStartingAt(scan, at + 2);
    if (at > from && isCorrection(item) && (scan.partTo[at] ?? -1) >= 0 && corrected !== undefined) {
      at = corrected.to;
      continue;
    }
    if (at > from && !glued && spelled === undefined) {
      if (ends.has(item.text) || endsValue(item) || words >= 3) break;
    }
    if (
      at > from &&
      item.text === 'i' &&
      items[at + 1]?.kind === 'word' &&
      items[at + 1]!.text.length > 1 &&
      partStartingAt(scan, at + 1) === undefined
    )
      break;
    if (!glued && spelled === undefined) words += 1;
    at = spelled?.to ?? at + 1;
  }
  while (at > from && items[at - 1]!.text === ',') at -= 1;
  return at;
}
