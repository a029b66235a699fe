import type { Item } from './items.js';
import { nameCueAt } from './name-cues.js';
import type { NameCueStrength } from './name-cues.js';
import type { NameRun } from './name-run.js';
import { nameRun } from './name-run.js';
import { isCapital } from './name-words.js';
import type { Scan } from './scan.js';
import { take } from './scan.js';
import { saysItself } from './self-naming.js';
import { spelledLetter } from './spelling.js';
import { isTitle, titledName } from './titles.js';

const relations = new Set(
  (
    'husband wife son daughter mother father mum mom mam dad brother sister partner friend boyfriend girlfriend fiance fiancee colleague uncle aunt auntie cousin grandmother grandfather nan gran grandma grandad nephew niece carer flatmate roommate housemate ' +
    'neighbour neighbor assistant accountant solicitor boss daughters sons stepson stepdaughter ' +
    'marido mujer esposa esposo hijo hija madre padre hermano hermana pareja amigo amiga novio novia suegra suegro cunado cunada tio tia primo prima abuela abuelo nieto nieta sobrino sobrina vecino vecina companero companera jefe ' +
    'mari femme epouse epoux fils fille mere pere frere soeur ami amie copain copine compagnon compagne oncle tante cousin cousine belle beau voisin voisine neveu niece maman papa collegue ' +
    'mann frau sohn tochter mutter vater bruder schwester partner partnerin freund freundin opa oma onkel tante nachbar nachbarin schwiegermutter schwiegervater schwager schwagerin neffe nichte enkel enkelin kollege kollegin verlobter verlobte ' +
    'marito moglie figlio figlia fratello sorella compagno compagna suocera suocero cognato cognata zio zia nonna nonno nipote cugino cugina mamma papa amico amica vicino vicina collega fidanzato fidanzata ' +
    'esposa filho filha mae pai irmao irma namorado namorada avo tia sogra sogro neto neta sobrinho vizinho vizinha colega companheiro companheira mulher'
  ).split(' '),
);
const owners = new Set(
  'my your his her our their a mi su tu una un mon ma sa son notre votre leur meine meinen meiner meinem mein seine seinen ihre ihren eine einen unsere unseren mia mio sua suo una nostra minha meu uma um nossa nosso seu'.split(
    ' ',
  ),
);
const articles = new Set('die der den o a il la lo le el the l'.split(' '));
const skippable = new Set(
  ', : . " is s es est ist e um uh eh euh ahm ehm hum hmm like so c lautet sono son sao'.split(' '),
);

/** Names of people: after what announces them, after titles, before what follows a name, and given names with what belongs to them. */
export function findNames(scan: Scan): void {
  const { items } = scan;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind !== 'word' || scan.taken[at] === 1) continue;
    const found = nameAt(scan, at);
    if (found !== undefined && take(scan, 'NAME', found[0], found[1])) at = found[1] - 1;
  }
  takeSpelling(scan);
}

function nameAt(scan: Scan, at: number): [number, number] | undefined {
  const item = scan.items[at]!;
  if (isTitle(item)) {
    const to = titledName(scan, at);
    if (to > 0) return [at, to];
  }
  const bare = nameRun(scan, at, false);
  const itself = saysItself(scan, bare);
  if (itself !== undefined) return [itself.from, itself.to];
  const cue = nameCueAt(scan.items, at);
  // "im" is how recognisers write "I'm", and a preposition in German.
  if (cue !== undefined && !(item.text === 'im' && scan.lang !== 'en')) {
    const found = announced(scan, cue.to, cue.strength);
    if (found !== undefined) return found;
  }
  if (relations.has(item.text)) {
    const run = nameRun(
      scan,
      skip(scan, at + 1, [
        'called',
        'named',
        'de',
        'di',
        'von',
        'of',
        'da',
        'do',
        'namens',
        'llamado',
        'llamada',
        ',',
      ]),
      false,
    );
    if (run !== undefined && isAccepted(scan, run, 'medium')) return [run.from, run.to];
  }
  return bare !== undefined && standsAlone(scan, bare) ? [bare.from, bare.to] : undefined;
}

function skip(scan: Scan, from: number, words: readonly string[]): number {
  let at = from;
  while (at - from < 2 && words.includes(scan.items[at]?.text ?? '')) at += 1;
  return at;
}

/** The name after a cue: past fillers, an article, a relation ("for my husband …"), another cue's words, or a title. */
function announced(scan: Scan, from: number, strength: NameCueStrength): [number, number] | undefined {
  const { items } = scan;
  let at = from;
  while (
    at - from < 3 &&
    skippable.has(items[at]?.text ?? '') &&
    (strength === 'strong' || items[at]!.text !== '.')
  )
    at += 1;
  let sure = strength;
  if (owners.has(items[at]?.text ?? '') && relations.has(items[at + 1]?.text ?? '')) {
    at = skip(scan, at + 2, [',', 'is', 'es', 'called']);
    sure = 'medium';
  } else if (articles.has(items[at]?.text ?? '') && items[at + 1]?.kind === 'word') {
    const direct = nameRun(scan, at, strength === 'strong');
    if (direct !== undefined && isAccepted(scan, direct, sure)) return [direct.from, direct.to];
    at += 1;
    if (sure === 'weak') return onlyGiven(scan, at);
  }
  const item = items[at];
  if (item?.kind !== 'word' || scan.taken[at] === 1) return undefined;
  if (isTitle(item)) {
    const to = titledName(scan, at);
    return to > 0 ? [at, to] : undefined;
  }
  if (sure === 'strong') {
    const spelled = spelledRun(scan, at);
    if (spelled - at >= 3) return [at, spelled];
  }
  const run = nameRun(scan, at, sure !== 'weak');
  return run !== undefined && isAccepted(scan, run, sure) ? [run.from, run.to] : undefined;
}

// "c'est la julie": after an article no word but a given name.
function onlyGiven(scan: Scan, at: number): [number, number] | undefined {
  const run = nameRun(scan, at, false);
  return run?.words[0] === 'given' && isAccepted(scan, run, 'weak') ? [run.from, run.to] : undefined;
}

const selfTails = new Set(
  'from calling here speaking ringing phoning again aus vom desde dalla dal dall hier'.split(' '),
);
const letterHints = new Set('with mit con avec com spelled that thats'.split(' '));

function isAccepted(scan: Scan, run: NameRun, strength: NameCueStrength): boolean {
  const [first] = run.words;
  const item = scan.items[run.from]!;
  const next = scan.items[run.to];
  const isLarge = isCapital(item) && scan.lang !== 'de' && run.from > 0;
  const has = (...kinds: readonly string[]): boolean => run.words.some((word) => kinds.includes(word));
  if (strength === 'strong') {
    if (first === 'ordinary') return isLarge && run.endsThere && !days.has(item.text);
    if (first === 'inflected') return run.endsThere;
    return first !== 'maybe-given' || next === undefined || !isNumber(scan, run.to);
  }
  if (first === 'ordinary' || isFamous(scan, run)) return false;
  if (first === 'inflected') return letterHints.has(next?.text ?? '') && isLetterNear(scan, run.to + 1);
  const isLong = run.words.length > 1;
  // "c'est rachida de la comptabilité"
  const comesFrom =
    next?.text === 'de' && wordAt(scan, run.from - 1) === 'est' && wordAt(scan, run.to + 1) === 'la';
  const tail = next !== undefined && (selfTails.has(next.text) || comesFrom);
  const isSpeltOut = next !== undefined && letterHints.has(next.text) && isLetterNear(scan, run.to + 1);
  if (first === 'given') {
    if (strength === 'medium' || isLong) return true;
    return run.endsThere || isLarge;
  }
  if (strength === 'medium') {
    if (isLong) return has('given', 'surname', 'unknown') && (run.endsThere || has('given', 'surname'));
    if (first === 'maybe-given')
      return isLarge || tail || isSpeltOut || (ends(next) && !adjectives.has(item.text));
    if (first === 'maybe-surname') return (isLarge && run.endsThere) || isSpeltOut;
    return (run.endsThere || isLarge) && (isLarge || !isQuality(scan, run));
  }
  if (isLong && has('given', 'surname')) return run.endsThere && has('given', 'unknown', 'maybe-given');
  if (isLong && tail) return true;
  return (
    (isLarge && has('unknown', 'surname') && isLong) ||
    isSpeltOut ||
    (tail && has('unknown', 'surname') && (isLarge || !participle.test(item.text)))
  );
}

// "call me Thursday"
const days = new Set('monday tuesday wednesday thursday friday saturday sunday today tomorrow'.split(' '));

// "è salito dal primo piano": no name is written small and ends so.
const participle = /(?:[aiu]t[oa]|[ai]d[oa])$/;

function wordAt(scan: Scan, at: number): string {
  return scan.items[at]?.text ?? '';
}

function isNumber(scan: Scan, at: number): boolean {
  return (scan.partOver[at] ?? -1) >= 0;
}

// "smythe with a y", "anne ohne e"
function isLetterNear(scan: Scan, from: number): boolean {
  for (let at = from; at < from + 3; at += 1) {
    const text = scan.items[at]?.text ?? '';
    if (text.length === 1 && text !== 'a' && text !== 'i' && text !== "'" && /[a-z]/.test(text)) return true;
  }
  return false;
}

function ends(next: Item | undefined): boolean {
  return next === undefined || (next.kind === 'mark' && next.text !== "'" && next.text !== '-');
}

// Given names that say of somebody how they are.
const adjectives = new Set(
  'frank rich sunny happy misty rusty junior angel true bella bello serena sereno justo justa franco franca clara claro bueno linda lindo celeste modesto modesta fortunata segundo primo prima secondo dulce romano romana german clemente leal constant juste marin romain germain ernst sole bianca rosa viola caro cara placido placida constance patience mercy grace joy hope may will chance grant mark'.split(
    ' ',
  ),
);
const qualities =
  /(?:ed|ing|ful|less|ish|ous|ive|able|ible|ant|ent|ado|ada|ido|ida|oso|osa|ista|ante|ente|ato|ata|ito|ita|uto|uta|ivo|iva|eux|euse|if|ive|ig|isch|lich|los|ert|ero|era|eiro|eira|dor|dora|tore|trice|iste|nomo|noma|ologo|ologa|ario|aria|ier|iere|eur|ateur|rice|ner|ler|ker|nt|ique|ico|ica)$/;
const copulas = new Set('m im am soy sono sou suis bin'.split(' '));

// "i'm knackered", "soy autónomo": after "I am" a word of that shape is a state or a trade.
function isQuality(scan: Scan, run: NameRun): boolean {
  return copulas.has(scan.items[run.from - 1]?.text ?? '') && qualities.test(scan.items[run.from]!.text);
}

// Shops and books that bear a person's name.
const famous = new Set([
  'john lewis',
  'jane austen',
  'virgin media',
  'calvin klein',
  'hugo boss',
  'el corte',
  'marco polo',
  'leroy merlin',
  'yves rocher',
  'martin luther',
  'harry potter',
  'james bond',
  'tommy hilfiger',
]);

// Streets, squares, shops and teams that are named after somebody.
const namesakes = new Set(
  'rua rue calle via viale piazza corso avenue avenida avda plaza praca place boulevard strasse platz largo travessa paseo san santa sao saint sainte st hotel bar cafe loja tienda magasin laden negozio restaurant hospital clinica ospedale school college escuela ecole schule theater stadium airport station aeropuerto estacion gare bahnhof'.split(
    ' ',
  ),
);

function isFamous(scan: Scan, run: NameRun): boolean {
  return famous.has(`${scan.items[run.from]!.text} ${scan.items[run.from + 1]?.text ?? ''}`);
}

/** A full name that nothing announces, and a given name that is the whole turn. */
function standsAlone(scan: Scan, run: NameRun): boolean {
  const { items } = scan;
  if (namesakes.has(items[run.from - 1]?.text ?? '')) return false;
  if (run.words[0] !== 'given') {
    // "Rose Carter": written large, and the rest is a family name.
    return (
      run.words[0] === 'maybe-given' &&
      run.words.length > 1 &&
      isCapital(items[run.from]!) &&
      scan.lang !== 'de' &&
      (run.words[1] === 'surname' || run.words[1] === 'given')
    );
  }
  if (run.words.length === 1) return isWholeTurn(scan, run);
  if (isFamous(scan, run)) return false;
  const [, second] = run.words;
  const isLarge = isCapital(items[run.from]!);
  return isLarge || second === 'given' || second === 'surname' || run.endsThere;
}

function isWholeTurn(scan: Scan, run: NameRun): boolean {
  for (let at = 0; at < scan.items.length; at += 1) {
    if (at >= run.from && at < run.to) continue;
    if (at > 4 || (scan.items[at]!.kind !== 'mark' && !replies.has(scan.items[at]!.text))) return false;
  }
  return true;
}

const replies = new Set(
  'yes yeah um uh er sure okay ok si oui euh ja ahm sim please por favor bitte eh'.split(' '),
);

// What stands between a name and its spelling.
const spellers = new Set(
  'spelled spelt thats that s is it its spelling se escribe deletreado ca s ecrit das buchstabiert si scrive soletra c est wird'.split(
    ' ',
  ),
);

function takeSpelling(scan: Scan): void {
  const { items } = scan;
  for (const span of [...scan.spans]) {
    if (span.type !== 'NAME') continue;
    let from = span.to;
    while (
      from - span.to < 5 &&
      (items[from]?.kind === 'mark' || spellers.has(items[from]?.text ?? '')) &&
      !startsSpelling(scan, from)
    )
      from += 1;
    const to = spelledRun(scan, from);
    if (to - from >= 3) take(scan, 'NAME', from, to);
  }
}

// "s i d d": here the "s" is a letter, after "that" it is not.
function startsSpelling(scan: Scan, at: number): boolean {
  const { items } = scan;
  return items[at]?.kind === 'word' && items[at - 1]?.text !== "'" && spelledRun(scan, at) - at >= 3;
}

function spelledRun(scan: Scan, from: number): number {
  let at = from;
  let to = from;
  while (at < scan.items.length && scan.taken[at] !== 1) {
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
