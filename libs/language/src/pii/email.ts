import type { Item } from './items.js';
import { nameWord } from './name-words.js';
import type { Scan } from './scan.js';
import { isCorrection, isInNumber, take } from './scan.js';
import { spelledLetter, spelledLetterBefore } from './spelling.js';

const atWords = new Set([
  'at',
  'arroba',
  'arobase',
  'chiocciola',
  'klammeraffe',
  'arrobas',
  'chiocciolina',
  'et',
  'aet',
]);
const dotWords = new Set(['dot', 'punto', 'point', 'punkt', 'ponto', 'period']);
const inner = new Set(
  'dot punto point punkt ponto underscore dash hyphen minus plus guion bajo tiret bas unterstrich bindestrich strich trattino basso underline traco sottolineato medio'.split(
    ' ',
  ),
);
const domains = new Set(
  'ru pl se no dk fi cz gr tr jp cn kr sg hk nz ro hu bg hr si sk ua lt lv ee is il ae sa eg ma tn dz pe uy ve ec bo cr gt lu li ad cat eus gal tv cc online shop cloud name pro store site xyz studio email school club life world tech media news ngo coop com co org net edu gov in au nz za ng ke gh pk uk es fr de it pt br io eu info us mx ar cl ch at be nl ie ca biz me app dev comm calm con'.split(
    ' ',
  ),
);
const providers = new Set(
  'gmail hotmail yahoo outlook icloud aol live msn proton protonmail gmx web orange wanadoo free laposte sfr libero tiscali virgilio sapo uol bol terra example mail email googlemail googl fastmail ymail telefonica t'.split(
    ' ',
  ),
);
const carriers = new Set(
  (
    'try via contact reach leave drop ping versuchen prueba pruebe essayez provi tente nehme nutze benutze verwende habe uso utilizo utilizzo utilise emploie using tengo tenho ho was think called all word lower case lowercase capitals uppercase era etait war that used one alles klein zusammen tudo junto todo minusculas ' +
    'is its it my email mail e address to at on the and so be me use send as correo electronico es mi el a con al por adresse est c mon a mon ma ist meine lautet die an und auf indirizzo la mia e il mio alla ' +
    'meu o para endereco eletronico de para sera would should that thats this have has with under unter name account one second yes yeah ok okay um uh s im write reach contact escribame escribeme enviemelo mandeme mandamelo envie escriba envoyez ecrivez schreiben schicken senden mandi mande mandalo escreva envie scriva envoyez ecrivez sur o minha no sure please'
  ).split(' '),
);
const MAX_LOCAL = 24;

/** E-mail addresses, written or said: "john dot smith at gmail dot com". */
export function findEmails(scan: Scan): void {
  const { items } = scan;
  for (let at = 1; at < items.length - 1; at += 1) {
    const item = items[at]!;
    const isSign = item.text === '@';
    if (!isSign && !(item.kind === 'word' && atWords.has(item.text))) continue;
    if (scan.taken[at] === 1) continue;
    const to = domainEnd(items, at + 1, isSign);
    if (to < 0 || (!isSign && items[to]?.text === '@')) continue;
    const from = localStart(scan, at, isSign);
    if (from < at) take(scan, 'EMAIL', from, to);
  }
}

/** Index after the domain, or −1. */
function domainEnd(items: readonly Item[], from: number, isSign: boolean): number {
  let at = from;
  let lastDot = -1;
  while (at < items.length && at - from < 24) {
    const item = items[at]!;
    const isDot = item.text === '.' || (item.kind === 'word' && dotWords.has(item.text));
    if (isDot) {
      const next = items[at + 1];
      if (next?.kind !== 'word') break;
      // A written full stop ends the sentence unless the next word touches it.
      if (item.text === '.' && next.start !== item.end) break;
      const spelled = spelledDomain(items, at + 1);
      if (spelled > 0) {
        lastDot = spelled;
        at = spelled;
        continue;
      }
      if (domains.has(next.text) || (item.text === '.' && isSign)) lastDot = at + 2;
      at += 2;
      continue;
    }
    if (lastDot > 0) break;
    if (item.kind === 'mark' && item.text !== '-' && item.text !== '_') break;
    at += 1;
    if (at - from > 8 && lastDot < 0 && items[from]!.text.length > 1) break;
  }
  if (lastDot > 0) return lastDot;
  // "at gmail com": the dot is lost now and then.
  const provider = items[from];
  const top = items[from + 1];
  if (
    provider?.kind === 'word' &&
    providers.has(provider.text) &&
    top?.kind === 'word' &&
    domains.has(top.text)
  )
    return from + 2;
  return -1;
}

// "dot c o m", "dot u k"
function spelledDomain(items: readonly Item[], from: number): number {
  let text = '';
  let at = from;
  while (at < items.length && items[at]!.kind === 'word' && items[at]!.text.length === 1 && text.length < 3) {
    text += items[at]!.text;
    at += 1;
    if (domains.has(text) && (items[at]?.text.length ?? 2) !== 1) return at;
  }
  return -1;
}

function localStart(scan: Scan, sign: number, isSign: boolean): number {
  const { items } = scan;
  let at = sign;
  let words = 0;
  while (at > 0 && sign - at < MAX_LOCAL) {
    const item = items[at - 1]!;
    if (scan.taken[at - 1] === 1) break;
    const isAdjacent = item.end === items[at]!.start;
    const spelledFrom = isSign ? -1 : spelledLetterBefore(items, item.text === ',' ? at - 1 : at);
    if (spelledFrom >= 0) {
      at = spelledFrom;
      continue;
    }
    if (isSign && item.kind !== 'mark' && !isAdjacent && at < sign) break;
    if (item.kind === 'mark') {
      const glued = isAdjacent && '._-+%'.includes(item.text);
      if (!isSign && item.text === "'" && isGluedName(items, at - 1)) {
        at -= 1;
        continue;
      }
      const isPause = item.text === ',' && !isSign && isPauseInside(scan, at, sign);
      if (!glued && !isPause && !(item.text === '-' && !isSign)) break;
    } else if (item.kind === 'word') {
      const beforeIt = items[at - 2];
      const follows = items[at];
      const tied =
        (follows !== undefined && (inner.has(follows.text) || '._-+'.includes(follows.text))) ||
        (beforeIt !== undefined && inner.has(beforeIt.text));
      const isLetter = item.text.length === 1;
      const isDigitWord = isInNumber(scan, at - 1);
      if (!isSign && !tied && !isLetter && !inner.has(item.text) && !isDigitWord) {
        if (isCorrection(item) && (inner.has(beforeIt?.text ?? '') || inner.has(items[at - 3]?.text ?? ''))) {
          at -= 1;
          continue;
        }
        if (carriers.has(item.text) || sendsSomething(item.text) || words >= 3) break;
        words += 1;
      }
      if (!isSign && isLetter && (beforeIt?.text === "'" || isAccentedCopula(items, at - 1))) break;
      if (
        !isSign &&
        isLetter &&
        (item.text === 'e' || item.text === 'a' || item.text === 'o' || item.text === 'i') &&
        (carriersBefore(items, at - 1) || sendsSomething(beforeIt?.text ?? ''))
      )
        break;
    }
    at -= 1;
  }
  while (at < sign && items[at]!.kind === 'mark') at += 1;
  return isSign ? at : withoutLead(scan, at, sign);
}

// A comma where the speaker breathes: before the sign, beside a joint, between letters and numbers said one by one.
function isPauseInside(scan: Scan, at: number, sign: number): boolean {
  const { items } = scan;
  if (at === sign || inner.has(items[at]!.text) || inner.has(items[at - 2]?.text ?? '')) return true;
  const isPiece = (one: number): boolean => items[one]?.text.length === 1 || isInNumber(scan, one);
  return isPiece(at) && isPiece(at - 2);
}

// "o'neill"
function isGluedName(items: readonly Item[], at: number): boolean {
  const [before, mark, next] = [items[at - 1], items[at]!, items[at + 1]];
  const isGlued = before?.end === mark.start && next?.start === mark.end;
  return isGlued && before?.text === 'o' && next!.text.length > 2;
}

// "è m punto bianchi", "la mail e m punto bianchi": the letter that is the word for "is".
function isAccentedCopula(items: readonly Item[], at: number): boolean {
  const { text, raw } = items[at]!;
  if (text !== 'e') return false;
  return raw !== 'e' && raw !== 'E' ? true : at > 0 && nouns.has(items[at - 1]!.text);
}

const nouns = new Set('mail email correo correio indirizzo endereco adresse'.split(' '));

// "reach me there kev dot barnes at …": words of the sentence before a name that is joined by dots.
function withoutLead(scan: Scan, from: number, sign: number): number {
  const { items } = scan;
  let at = from;
  while (at + 1 < sign) {
    const item = items[at]!;
    const next = items[at + 1]!;
    if (
      item.kind !== 'word' ||
      item.text.length === 1 ||
      (spelledLetter(items, at, false)?.to ?? 0) > at + 1 ||
      isInNumber(scan, at) ||
      inner.has(next.text) ||
      inner.has(item.text) ||
      '._-'.includes(next.text)
    )
      break;
    const word = nameWord(item);
    const isJoined = items.slice(at, sign).some((one) => inner.has(one.text) || one.text.length === 1);
    if (word !== 'stop' && !(isJoined && (word === 'ordinary' || word === 'inflected'))) break;
    at += 1;
  }
  return at;
}

const sending =
  /^(?:mand(?:e|a|ar|i|alo|elo|emelo|enmelo|enoslo|eme|ame|atelo|arlo|armi)?$|mandal|mandel|envi[aeo]|envoy|send|escrib|escrev|schreib|schick|scriv|spedi|invi[aio]|ecri[rvst]|direcc|indiriz|endere|corre[io]|adresse|elett|elect|forward|pra$|pro$|para$)/;

// "mándelo a …", "schicken sie es an …": verbs of sending and words for an address, in any form.
function sendsSomething(word: string): boolean {
  return word.length > 2 && word.length < 14 && sending.test(word) && !word.endsWith('son');
}

// "my email a", "correo e": a stray letter that is really a word of the carrier phrase.
function carriersBefore(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const next = items[at + 1];
  return (
    !inner.has(next?.text ?? '') &&
    before?.kind === 'word' &&
    carriers.has(before.text) &&
    before.text.length > 1 &&
    next?.kind === 'word' &&
    next.text.length > 1
  );
}
