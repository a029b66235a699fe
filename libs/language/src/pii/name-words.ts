import { GIVEN_NAMES } from './given-names.js';
import type { Item } from './items.js';
import { AMBIGUOUS_NAMES } from './lexicon/ambiguous-names.js';
import { EVERYDAY_WORDS } from './lexicon/everyday-words.js';
import { NOT_NAMES } from './lexicon/not-names.js';
import { SURNAMES } from './lexicon/surnames.js';
import { NAME_STOPS } from './lexicon/name-stops.js';
import { NUMBER_WORDS } from './number-words.js';

/**
 * What a word may be of a name: a given name; a given name or family name that is an ordinary word too; a family name; a word
 * nobody says every day, so perhaps a name; one that looks like another form of an everyday word; an ordinary word; a function word, which is never one.
 */
export type NameWord =
  'given' | 'maybe-given' | 'surname' | 'maybe-surname' | 'unknown' | 'inflected' | 'ordinary' | 'stop';

const ENDINGS = (
  's es ed d ing ly er r n en e t st te ten em a o as os i mente ment ando endo iendo ado ada ato ata ito ita ida ido ' +
  'ung lich isch ig ige bar los ness able ible tion ion mos amos ais iez ons ent aient ait ava avo ei ou iste asse ano ono iamo ete ate are ere ire lo la le li me mi te se'
).split(' ');
const REST = ['', 'e', 'en', 'o', 'a', 'ar', 'er', 'ir', 'are', 'ere', 'ire', 'n', 's'];

const MAX_KNOWN = 40_000;
// Words looked up before: what is said is mostly said again. Starts afresh when it is full.
const known = new Map<string, NameWord>();

/** The class of a word; by its letters alone. */
export function nameWord(item: Item): NameWord {
  const word = item.text;
  if (item.kind !== 'word' || word.length < 2) return 'stop';
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const found = classOf(word);
  known.set(word, found);
  return found;
}

function classOf(word: string): NameWord {
  if (NAME_STOPS.has(word)) return 'stop';
  if (GIVEN_NAMES.has(word)) return AMBIGUOUS_NAMES.has(word) ? 'maybe-given' : 'given';
  if (NOT_NAMES.has(word)) return SURNAMES.has(word) ? 'maybe-surname' : 'ordinary';
  const isEveryday = EVERYDAY_WORDS.has(word);
  if (SURNAMES.has(word)) return isEveryday || word.length < 4 ? 'maybe-surname' : 'surname';
  if (isEveryday || isNumberWord(word)) return 'ordinary';
  return isInflected(word) ? 'inflected' : 'unknown';
}

/** Written large, and so a name where the language writes few other words so. */
export function isCapital(item: Item): boolean {
  const first = item.raw[0]!;
  return first !== first.toLowerCase();
}

function isNumberWord(word: string): boolean {
  for (const map of Object.values(NUMBER_WORDS)) if (map.has(word)) return true;
  return false;
}

// "bekomm", "verwirrte", "incluidos": another form of a word that is said every day.
function isInflected(word: string): boolean {
  if (word.length < 5) return false;
  for (const rest of REST) if (rest !== '' && EVERYDAY_WORDS.has(word + rest)) return true;
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 4) continue;
    for (const rest of REST) if (EVERYDAY_WORDS.has(stem + rest)) return true;
  }
  return false;
}
