import { GIVEN_NAMES } from './given-names.js';
import type { Item } from './items.js';
import type { Scan } from './scan.js';
import { isInNumber, take } from './scan.js';
import { spelledLetter } from './spelling.js';

const strongCues = [
  'my name is',
  'my names',
  'my name s',
  'name is',
  'the name is',
  'my full name is',
  'name on the card is',
  'name on the account is',
  'account holder is',
  'i am called',
  'call me',
  'under the name',
  'in the name of',
  'last name is',
  'first name is',
  'surname is',
  'you can call me',
  'maiden name is',
  'surname',
  'maiden name',
  'the names',
  'name was',
  'the name s',
  'names is',
  'me llamo',
  'mi nombre es',
  'se llama',
  'a nombre de',
  'mi apellido es',
  'apellido',
  'el titular es',
  'nombre y apellidos',
  'mi nombre completo es',
  'llamame',
  'el nombre es',
  'je m appelle',
  'mon nom est',
  'mon nom c est',
  'au nom de',
  'mon prenom est',
  'nom de famille',
  'le titulaire est',
  'il s appelle',
  'elle s appelle',
  'mon nom de famille est',
  'je me nomme',
  'mein name ist',
  'ich heisse',
  'ich heise',
  'auf den namen',
  'mein nachname ist',
  'mein vorname ist',
  'nachname',
  'der kontoinhaber ist',
  'name ist',
  'heisse',
  'er heisst',
  'sie heisst',
  'mein name',
  'mi chiamo',
  'il mio nome e',
  'si chiama',
  'a nome di',
  'il mio cognome e',
  'cognome',
  'intestato a',
  'il titolare e',
  'il nome e',
  'nome e cognome',
  'meu nome e',
  'o meu nome e',
  'chamo me',
  'me chamo',
  'em nome de',
  'no nome de',
  'apelido',
  'sobrenome',
  'o titular e',
  'ele chama se',
  'ela chama se',
  'meu sobrenome e',
  'o nome e',
  'nome completo',
];
const weakCues = [
  'this is',
  'i am',
  'im',
  'i m',
  'its',
  'it s',
  'speaking with',
  'speaking to',
  'talking to',
  'spoke to',
  'spoke with',
  'here is',
  'hi',
  'hello',
  'its under',
  'it s under',
  'it is under',
  'booked under',
  'registered under',
  'registered to',
  'aqui e o',
  'aqui e a',
  'fala o',
  'fala a',
  'parla il',
  'parla la',
  'sono il',
  'sono la',
  'ask for',
  'claim for',
  'behalf of',
  'down as',
  'know me as',
  'thanks',
  'regards',
  'it is',
  'signed',
  'soy',
  'habla',
  'le habla',
  'con',
  'hola',
  'es',
  'je suis',
  'c est',
  'ici',
  'bonjour',
  'ich bin',
  'hier ist',
  'hier spricht',
  'hallo',
  'das ist',
  'sono',
  'parla',
  'qui',
  'buongiorno',
  'sou',
  'sou o',
  'sou a',
  'aqui e',
  'aqui fala',
  'fala',
  'ola',
  'oi',
];
const titles = new Set(
  'mr mrs ms miss mister missus dr doctor professor sir madam señor senor señora senora señorita senorita don doña dona sr sra srta monsieur madame mademoiselle mme mlle maitre herr frau signor signore signora signorina dottor dottore dottoressa senhor senhora doutor doutora'.split(
    ' ',
  ),
);
const stopWords = new Set(
  (
    'and i im my the a an is it its on of for to in at with from calling call but so please not just here there this that have had has was want need would like can could you your yes no ok okay um uh thanks thank account number card born phone email date ' +
    'y e soy mi el la los las un una de del en con para por que pero no si quiero necesito llamo tengo mis su por favor gracias vale numero cuenta naci ' +
    'et je j mon ma mes le les un une du des en avec pour que mais pas oui non voudrais veux appelle merci numero compte ne nee ' +
    'und ich mein meine der die das ein eine von im in mit fur aber nicht ja nein mochte will rufe bitte danke konto nummer geboren am wegen ' +
    'e io mio mia il lo i gli un uno di del in con per che ma non si voglio vorrei chiamo grazie conto numero nato nata sono ' +
    'eu meu minha o os as um uma do da em com que mas nao sim quero queria preciso ligo obrigado obrigada conta numero nasci estou sou telefono anrufe calling ringing speaking here again about buongiorno buonasera salve bonjour bonsoir guten bom boa buenos buenas hello hola hi hey spelled spelt as se escribe deletreado by today hoy ' +
    'wrong correct incorrect misspelled mal right not different old new changed falsch richtig sbagliato errado equivocado faux same also still what how when why where who ' +
    'sir madam mister miss back later tomorrow when asap now if please on at after before crazy maybe yesterday ieri ayer hier gestern ontem says said hat ist sagt dice dit diz mañana manana luego ahora cuando domani dopo plus tard demain spater morgen amanha depois'
  ).split(' '),
);
const particles = new Set(
  'van von der den de la del della di da do dos das le du el al bin ibn mac mc o san st d y e'.split(' '),
);
const notSurnames = new Set('nascida nascido nacida nacido nata nato nee geboren born aged born'.split(' '));
const relations = new Set(
  (
    'husband wife son daughter mother father mum mom dad brother sister partner friend boyfriend girlfriend colleague uncle aunt cousin grandmother grandfather ' +
    'marido mujer esposa esposo hijo hija madre padre hermano hermana pareja amigo amiga novio novia mari femme fils fille mere pere frere soeur ami amie copain copine ' +
    'mann frau sohn tochter mutter vater bruder schwester partner freund freundin marito moglie figlio figlia fratello sorella compagno compagna filho filha pai mae irmao irma namorado namorada agent nachbar vecino'
  ).split(' '),
);

interface Cue {
  readonly words: readonly string[];
  readonly strong: boolean;
}
const index = new Map<string, Cue[]>();
for (const [list, strong] of [
  [strongCues, true],
  [weakCues, false],
] as const) {
  for (const phrase of list) {
    const words = phrase.split(' ');
    const found = index.get(words[0]!);
    if (found === undefined) index.set(words[0]!, [{ words, strong }]);
    else found.push({ words, strong });
  }
}

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
      const to = nameEnd(scan, at + 1);
      if (take(scan, 'NAME', at + 1, to)) at = to - 1;
      continue;
    }
    if (isFullName(scan, at) || isGivenWithSurname(scan, at)) {
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

const announced = new Set([
  'speaking',
  'apparat',
  'appareil',
  'apparecchio',
  'telefono',
  'aparelho',
  'habla',
  'parla',
  'fala',
  'calling',
  'ringing',
]);
const fromCues = new Set(['from', 'de', 'von', 'about', 'regarding', 'on', 'again']);

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

/** "gurpreet speaking", "this is deshawn whitlock calling": a name that says itself, known or not. Its end, or −1. */
function selfAnnounced(scan: Scan, from: number, isAfterCue: boolean): number {
  const { items } = scan;
  let at = from;
  while (
    at - from < 3 &&
    items[at]?.kind === 'word' &&
    !isStop(items[at]!) &&
    !announced.has(items[at]!.text) &&
    items[at]!.text.length > 2 &&
    !isInNumber(scan, at) &&
    scan.taken[at] !== 1
  )
    at += 1;
  if (at === from) return -1;
  const next = items[at];
  const says = next !== undefined && announced.has(next.text);
  if (isAfterCue) {
    const isKnown = GIVEN_NAMES.has(items[from]!.text) && (next === undefined || fromCues.has(next.text));
    return says || (at - from === 2 && isKnown) ? at : -1;
  }
  return says &&
    next.text === 'speaking' &&
    at - from <= 2 &&
    (at + 1 === items.length || items[at + 1]!.kind === 'mark')
    ? at
    : -1;
}

const selfCues = new Set(['this is', 'hier ist', 'hier spricht', 'le habla', 'aqui fala', 'ici', 'parla']);

function selfCueEnd(items: readonly Item[], at: number): number {
  const pair = `${items[at]!.text} ${items[at + 1]?.text ?? ''}`;
  if (selfCues.has(pair)) return at + 2;
  return selfCues.has(items[at]!.text) ? at + 1 : -1;
}

function cueAt(items: readonly Item[], from: number): { to: number; strong: boolean } | undefined {
  let best: { to: number; strong: boolean } | undefined;
  for (const { words, strong } of index.get(items[from]!.text) ?? []) {
    let at = from;
    let fits = true;
    for (const word of words) {
      while (items[at]?.text === "'" || items[at]?.text === '-') at += 1;
      if (items[at]?.text !== word) {
        fits = false;
        break;
      }
      at += 1;
    }
    if (fits && (best === undefined || at > best.to || (at === best.to && strong))) best = { to: at, strong };
  }
  return best;
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
  const isGiven = GIVEN_NAMES.has(first.text);
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

function nameEnd(scan: Scan, from: number): number {
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

function isStop(item: Item): boolean {
  return stopWords.has(item.text) || notSurnames.has(item.text);
}

function isCapital(item: Item): boolean {
  const first = item.raw[0]!;
  return first !== first.toLowerCase();
}
