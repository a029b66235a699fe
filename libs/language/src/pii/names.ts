import { GIVEN_NAMES } from './given-names.js';
import type { Item } from './items.js';
import { cueAt } from './name-cues.js';
import { isCapital, isStop, notSurnames, particles, relations, titles } from './name-words.js';
import type { Scan } from './scan.js';
import { isInNumber, take } from './scan.js';
import { SURNAMES } from './surnames.js';
import { selfAnnounced, selfCueEnd } from './self-announced.js';
import { spelledLetter } from './spelling.js';

/** Names of people: after what announces them, after titles, and known given names with what follows them. */
export function findNames(scan: Scan): void {
  const { items } = scan;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind !== 'word' || scan.taken[at] === 1) continue;
    const selfCue = selfCueEnd(items, at);
    if (selfCue > 0 || at === 0) {
      const from = selfCue > 0 ? selfCue : at;
      const to = selfAnnounced(scan, from, selfCue > 0);
      if (to > 0 && take(scan, 'NAME', from, to)) {
        at = to - 1;
        continue;
      }
    }
    const cue = cueAt(items, at);
    if (cue !== undefined) {
      const found = nameFrom(scan, cue.to, cue.strong);
      if (found !== undefined && take(scan, 'NAME', found[0], found[1])) {
        at = found[1] - 1;
        continue;
      }
    }
    if (titles.has(item.text) && items[at + 1] !== undefined && !isCommonNoun(items, at)) {
      const next = skipInitials(items, skipDots(items, at + 1));
      const found = nameFrom(scan, next, false, true);
      if (found !== undefined && found[0] === next && take(scan, 'NAME', at, found[1])) {
        at = found[1] - 1;
        continue;
      }
    }
    if (relations.has(item.text) && GIVEN_NAMES.has(items[at + 1]?.text ?? '') && !isStop(items[at + 1]!)) {
      const to = nameEnd(scan, at + 1, true);
      if (take(scan, 'NAME', at + 1, to)) at = to - 1;
      continue;
    }
    if (isFullName(scan, at) || isGivenWithSurname(scan, at) || isOwnSpelling(scan, at)) {
      const to = nameEnd(scan, at);
      if (take(scan, 'NAME', at, to)) at = to - 1;
    }
  }
  for (const span of [...scan.spans]) {
    if (span.type !== 'NAME') continue;
    let from = span.to;
    while (items[from]?.kind === 'mark' || spellers.has(items[from]?.text ?? '')) from += 1;
    const to = spelledRun(scan, from);
    if (to - from >= 3) take(scan, 'NAME', from, to);
  }
}

// What stands between a name and its spelling.
const spellers = new Set(
  'spelled spelt thats that s is spelling se escribe deletreado ca s ecrit das buchstabiert si scrive soletra'.split(
    ' ',
  ),
);

/** "tamsin okonkwo": some word and a surname after what announces a person. */
function hasSurname(scan: Scan, at: number): boolean {
  const second = scan.items[at + 1];
  return (
    second?.kind === 'word' &&
    scan.items[at]!.text.length > 2 &&
    SURNAMES.has(second.text) &&
    !isStop(scan.items[at]!)
  );
}

/** A word and then its letters: "thibodeau t h i b …". */
function isOwnSpelling(scan: Scan, at: number): boolean {
  const { items } = scan;
  const word = items[at]!.text;
  if (word.length < 4) return false;
  let next = at + 1;
  while (next - at < 4 && (items[next]?.kind === 'mark' || spellers.has(items[next]?.text ?? ''))) next += 1;
  let letters = '';
  while (letters.length < 4) {
    const letter = spelledLetter(items, next, letters !== '');
    if (letter === undefined) break;
    letters += letter.letter;
    next = letter.to;
    while (items[next]?.text === '-' || items[next]?.text === ',') next += 1;
  }
  return letters.length >= 3 && word.startsWith(letters.slice(0, 3));
}

/** "olusegun adeyemi 4 may 1979": a given name, one more word, and then the person's data. */
function isGivenWithSurname(scan: Scan, at: number): boolean {
  const { items } = scan;
  const second = items[at + 1];
  if (
    !GIVEN_NAMES.has(items[at]!.text) ||
    second?.kind !== 'word' ||
    isStop(second) ||
    second.text.length < 4
  )
    return false;
  if (isInNumber(scan, at + 1) || scan.taken[at + 1] === 1) return false;
  const next = items[at + 2]?.kind === 'mark' ? at + 3 : at + 2;
  return scan.taken[next] === 1 || notSurnames.has(items[next]?.text ?? '');
}

function skipDots(items: readonly Item[], at: number): number {
  return items[at]?.text === '.' ? at + 1 : at;
}

// "mrs p t blenkinsop"
function skipInitials(items: readonly Item[], from: number): number {
  let at = from;
  while (
    at - from < 3 &&
    items[at]?.kind === 'word' &&
    items[at]!.text.length === 1 &&
    items[at + 1]?.kind === 'word'
  )
    at += 1;
  const isOneWord = at - from === 1 && /^[aeioy]$/.test(items[from]!.text);
  return items[at] !== undefined && items[at]!.text.length > 2 && !isOneWord ? at : from;
}

const owners = new Set(
  'my your his her our their a mi su tu una ma sa une votre son leur meine seine ihre eine unsere deine mia sua una minha sua uma nossa mio suo un il meu seu um mon'.split(
    ' ',
  ),
);

// "my doctor says", "meine frau hat": a person's place, not part of a name.
function isCommonNoun(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]!;
  return owners.has(items[at - 1]?.text ?? '') && !isCapital(next) && !GIVEN_NAMES.has(next.text);
}

function nameFrom(scan: Scan, from: number, strong: boolean, titled = false): [number, number] | undefined {
  const { items } = scan;
  let at = from;
  const skippable = new Set([
    ',',
    ':',
    'um',
    'uh',
    'eh',
    'euh',
    'ahm',
    'hum',
    'is',
    'e',
    'es',
    'est',
    'ist',
    '"',
    "'",
  ]);
  if (strong) while (at < items.length && at - from < 3 && skippable.has(items[at]!.text)) at += 1;
  else while (items[at]?.text === ',') at += 1;
  const first = items[at];
  if (first?.kind !== 'word' || scan.taken[at] === 1) return undefined;
  if (titles.has(first.text)) return undefined;
  const spelled = spelledRun(scan, at);
  if (strong && spelled - at >= 3) return [at, spelled];
  const isGiven = GIVEN_NAMES.has(first.text) || hasSurname(scan, at);
  const looksLike = isGiven || (isCapital(first) && items[0] !== first);
  if (first.text.length < 2 || isStop(first) || isInNumber(scan, at)) return undefined;
  if (!strong && !titled && !isGiven) return undefined;
  if (!strong && !titled && !isSafeGiven(scan, at)) return undefined;
  if (titled && !looksLike && first.text.length < 3) return undefined;
  // After a title one word is the name unless more are written large: "mr henderson asked me".
  if (titled && !isCapital(first) && !isGiven) return [at, at + 1];
  return [at, nameEnd(scan, at)];
}

// "hi john", "i am grace": a given name right after a weak cue must end the phrase, be followed by a name, or be written large.
function isSafeGiven(scan: Scan, at: number): boolean {
  const item = scan.items[at]!;
  return isCapital(item) || item.raw === item.text;
}

function isFullName(scan: Scan, at: number): boolean {
  const { items } = scan;
  const first = items[at]!;
  const second = items[at + 1];
  if (!GIVEN_NAMES.has(first.text) || second?.kind !== 'word' || isStop(second)) return false;
  // Both written large, or two names in a row.
  return (
    (isCapital(first) && isCapital(second)) ||
    (GIVEN_NAMES.has(second.text) && first.end + 1 === second.start && second.text !== first.text)
  );
}

/** Where a name ends; `onlyKnown`: after the first word, only known names belong to it. */
function nameEnd(scan: Scan, from: number, onlyKnown = false): number {
  const { items } = scan;
  let at = from + 1;
  let words = 1;
  const large = isCapital(items[from]!);
  while (at < items.length && words < 4) {
    const item = items[at]!;
    if (item.text === '-' || item.text === "'") {
      if (item.start !== items[at - 1]!.end || items[at + 1]?.start !== item.end) break;
      at += 1;
      continue;
    }
    if (item.kind !== 'word' || scan.taken[at] === 1) break;
    if (
      particles.has(item.text) &&
      items[at + 1]?.kind === 'word' &&
      !isStop(items[at + 1]!) &&
      items[at + 1]!.text.length > 2 &&
      (isCapital(items[at + 1]!) || !isStop(item))
    ) {
      at += 1;
      continue;
    }
    if (isStop(item) || isInNumber(scan, at) || item.text.length < 2) break;
    if (large && !isCapital(item)) break;
    if (onlyKnown && !large && !SURNAMES.has(item.text) && !GIVEN_NAMES.has(item.text)) break;
    words += 1;
    at += 1;
    if (!large && words >= 3) break;
  }
  while (at > from + 1 && items[at - 1]!.kind === 'mark') at -= 1;
  return at;
}

function spelledRun(scan: Scan, from: number): number {
  let at = from;
  let to = from;
  while (at < scan.items.length) {
    if (scan.items[at]!.text === '-' || scan.items[at]!.text === ',') {
      at += 1;
      continue;
    }
    const letter = spelledLetter(scan.items, at, to > from);
    if (letter === undefined) break;
    at = letter.to;
    to = at;
  }
  return to;
}
