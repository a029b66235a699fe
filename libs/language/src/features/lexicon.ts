import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';

/**
 * Word classes shared by the six languages ("person of the company", "cannot", "to pay", …). They are features, not
 * verdicts: the models learn what a class means next to others, so that what is learnt in one language holds in all.
 */
export interface Lexicon {
  /** Class names; the index is the class id. */
  readonly classes: readonly string[];
  /** Per language: exact words, prefixes and phrases. */
  readonly byLanguage: Readonly<Record<ClaimedLanguage, LanguageLexicon>>;
  /** Ids of the class `neg` (opens a negation scope) and `but` (closes one). */
  readonly negation: number;
  readonly contrast: number;
}

/** The word classes of one language. */
export interface LanguageLexicon {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly prefixes: ReadonlyMap<string, readonly number[]>;
  /** First word → phrases that start with it, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** A class spelt in several words. */
export interface Phrase {
  readonly words: readonly string[];
  readonly concept: number;
}

/** What the lexicon looks like on disk: class → language → entries (folded; `*` ends a prefix, a space makes a phrase). */
export type LexiconFile = Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;

/** Indexes a lexicon file. The order of classes in the file fixes their ids. */
export function indexLexicon(file: LexiconFile): Lexicon {
  const classes = Object.keys(file);
  const build = (lang: ClaimedLanguage): LanguageLexicon => {
    const exact = new Map<string, number[]>();
    const prefixes = new Map<string, number[]>();
    const phrases = new Map<string, Phrase[]>();
    classes.forEach((name, concept) => {
      for (const entry of file[name]?.[lang] ?? []) {
        if (entry.includes(' ')) {
          const words = entry.split(' ');
          push(phrases, words[0]!, { words, concept });
        } else if (entry.endsWith('*')) push(prefixes, entry.slice(0, -1), concept);
        else push(exact, entry, concept);
      }
    });
    for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
    return { exact, prefixes, phrases };
  };
  return {
    classes,
    byLanguage: Object.fromEntries(CLAIMED_LANGUAGES.map((lang) => [lang, build(lang)])) as unknown as Record<
      ClaimedLanguage,
      LanguageLexicon
    >,
    negation: classes.indexOf('neg'),
    contrast: classes.indexOf('but'),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The classes of one folded word: exact ones and those of every prefix that fits. */
export function wordConcepts(lexicon: LanguageLexicon, word: string): readonly number[] {
  const found: number[] = [...(lexicon.exact.get(word) ?? [])];
  for (let length = Math.min(word.length, 14); length >= 3; length -= 1) {
    const ids = lexicon.prefixes.get(word.slice(0, length));
    if (ids !== undefined) for (const id of ids) if (!found.includes(id)) found.push(id);
  }
  return found.length > 3 ? found.slice(0, 3) : found;
}
