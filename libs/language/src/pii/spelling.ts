import type { Item } from './items.js';

const alphabet: Record<string, string> = {
  alpha: 'a',
  alfa: 'a',
  bravo: 'b',
  charlie: 'c',
  delta: 'd',
  echo: 'e',
  foxtrot: 'f',
  golf: 'g',
  hotel: 'h',
  india: 'i',
  juliet: 'j',
  juliett: 'j',
  kilo: 'k',
  lima: 'l',
  mike: 'm',
  november: 'n',
  oscar: 'o',
  papa: 'p',
  quebec: 'q',
  romeo: 'r',
  sierra: 's',
  tango: 't',
  uniform: 'u',
  victor: 'v',
  whiskey: 'w',
  whisky: 'w',
  xray: 'x',
  yankee: 'y',
  zulu: 'z',
  anton: 'a',
  berta: 'b',
  casar: 'c',
  dora: 'd',
  emil: 'e',
  friedrich: 'f',
  gustav: 'g',
  heinrich: 'h',
  ida: 'i',
  julius: 'j',
  kaufmann: 'k',
  ludwig: 'l',
  martha: 'm',
  nordpol: 'n',
  otto: 'o',
  paula: 'p',
  quelle: 'q',
  richard: 'r',
  samuel: 's',
  theodor: 't',
  ulrich: 'u',
  wilhelm: 'w',
  xanthippe: 'x',
  ypsilon: 'y',
  zeppelin: 'z',
};
// What single letters are called, where the word is hardly anything else; only inside a spelling.
for (const [letter, names] of Object.entries({
  b: 'bi',
  c: 'cee ci',
  d: 'di',
  f: 'efe effe',
  g: 'ge gi',
  h: 'hache acca aga',
  j: 'jota jott jot jay',
  k: 'ka kay kappa cappa',
  l: 'ele elle',
  m: 'eme emme',
  n: 'ene enne',
  p: 'pi',
  q: 'cu queue',
  r: 'erre ar',
  s: 'ese esse ess',
  t: 'ti',
  v: 'uve vau vee vu',
  w: 'doubleve',
  x: 'equis ics xis ix',
  y: 'ipsilon ye',
  z: 'zeta zed zee zett',
}))
  for (const name of names.split(' ')) alphabet[name] = letter;
const letterOf: ReadonlyMap<string, string> = new Map(Object.entries(alphabet));
const likes = new Set(['for', 'as', 'like', 'de', 'comme', 'wie', 'come', 'di', 'como', 'in']);

// Names of letters that are everyday words too: only with an example, as in "be de burgos", "te wie theodor".
const spokenLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'be bee',
    c: 'ce see',
    d: 'de dee',
    f: 'ef eff',
    g: 'ge gee',
    h: 'ha aitch',
    l: 'el ell',
    m: 'em',
    n: 'en',
    p: 'pe pee',
    q: 'ku',
    r: 'er',
    s: 'es',
    t: 'te tee',
    v: 've',
    w: 'we',
  }).flatMap(([letter, names]) => names.split(' ').map((name) => [name, letter] as const)),
);

/** Whether a word may name a letter where nothing else can stand: "te" after the digits of an identity card. */
export function mayNameLastLetter(word: string): boolean {
  return spokenLetters.has(word) || mayNameLetter(word);
}

/** Where a letter with an example ("m for mother") that ends before an item begins; −1 where none does. */
export function spelledLetterBefore(items: readonly Item[], to: number): number {
  const example = items[to - 1];
  if (example?.kind !== 'word' || example.text.length < 3) return -1;
  let like = to - 2;
  if (items[like]?.text === 'in' && items[like - 1]?.text === 'as') like -= 1;
  const letter = items[like - 1];
  if (letter?.kind !== 'word' || !likes.has(items[like]!.text)) return -1;
  return spelledLetter(items, like - 1, false)?.to === to ? like - 1 : -1;
}

/** Whether a word may be the name of a letter: one letter, "bravo", "zed". */
export function mayNameLetter(word: string): boolean {
  return word.length === 1 || letterOf.has(word);
}

/** A letter said by itself: "b", "bravo", "b for bravo", "b as in boy". Undefined where there is none. */
export function spelledLetter(
  items: readonly Item[],
  at: number,
  inRun: boolean,
): { letter: string; to: number } | undefined {
  const item = items[at];
  if (item?.kind !== 'word') return undefined;
  const name = item.text.length === 1 ? item.text : (letterOf.get(item.text) ?? spokenLetters.get(item.text));
  const example = name === undefined ? -1 : exampleEnd(items, at + 1, name);
  if (name !== undefined && example > 0) return { letter: name, to: example };
  if (item.text.length === 1) return { letter: item.text, to: at + 1 };
  const letter = inRun ? letterOf.get(item.text) : undefined;
  return letter === undefined ? undefined : { letter, to: at + 1 };
}

// "… for mother", "… wie martha": −1 where no example of the letter follows.
function exampleEnd(items: readonly Item[], from: number, letter: string): number {
  if (items[from]?.kind !== 'word' || !likes.has(items[from]!.text)) return -1;
  const at = items[from + 1]?.text === 'in' ? from + 2 : from + 1;
  const example = items[at];
  return example?.kind === 'word' && example.text.length > 2 && example.text.startsWith(letter) ? at + 1 : -1;
}
