import { fold } from '../text/fold.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { bucket, hashNumber, hashSeed, hashString } from './hash.js';
import type { Lexicon, Phrase } from './lexicon.js';
import { wordConcepts } from './lexicon.js';

/** Everything about a word that does not depend on its neighbours. */
export interface Word {
  readonly folded: string;
  /** 32-bit hash of the folded word, to be combined into n-grams. */
  readonly hash: number;
  /** Buckets of the character 3- to 5-grams, word boundaries included. */
  readonly grams: Uint32Array;
  /** Lexicon class ids by language index. */
  readonly concepts: readonly (readonly number[])[];
  /** Phrases of the lexicon that begin with the word, by language index. */
  readonly phrases: readonly (readonly Phrase[])[];
}

const WORD = hashSeed(1);
const GRAM = hashSeed(2);
const MAX_WORDS = 40_000;
const NONE: readonly Phrase[] = [];

/** Looks words up by their raw form; each is worked out once. Holds at most 40,000 words, then starts afresh. */
export class WordCache {
  readonly #words = new Map<string, Word>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get(raw: string, isNumber: boolean): Word {
    const known = this.#words.get(raw);
    if (known !== undefined) return known;
    if (this.#words.size >= MAX_WORDS) this.#words.clear();
    const word = this.#build(raw, isNumber);
    this.#words.set(raw, word);
    return word;
  }

  #build(raw: string, isNumber: boolean): Word {
    const folded = isNumber ? numberShape(raw) : fold(raw);
    return {
      folded,
      hash: hashString(WORD, folded),
      grams: isNumber ? new Uint32Array(0) : characterGrams(folded),
      concepts: CLAIMED_LANGUAGES.map((lang) => wordConcepts(this.#lexicon.byLanguage[lang], folded)),
      phrases: CLAIMED_LANGUAGES.map((lang) => this.#lexicon.byLanguage[lang].phrases.get(folded) ?? NONE),
    };
  }
}

/** Numbers count by length only, but a single digit is itself: "press 0". */
function numberShape(raw: string): string {
  return raw.length === 1 ? raw : `#${Math.min(raw.length, 6)}`;
}

function characterGrams(word: string): Uint32Array {
  const padded = `<${word}>`;
  const grams: number[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      grams.push(bucket(hashNumber(hashString(GRAM, padded, start, start + size), size)));
    }
  }
  return Uint32Array.from(grams);
}
