import type { Token } from '../text/tokens.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { bucket, FEATURE_SPACE, hashNumber, hashSeed } from './hash.js';
import type { Lexicon } from './lexicon.js';
import type { Word } from './word-cache.js';
import { WordCache } from './word-cache.js';

/** The hashed features of one text. Valid until the next extraction by the same extractor. */
export interface FeatureVector {
  /** Buckets: words and word pairs first, then character n-grams, then lexicon classes; all of a group have one value. */
  readonly index: Uint32Array;
  readonly value: Float32Array;
  /** Ends of the three groups. */
  wordsEnd: number;
  gramsEnd: number;
  end: number;
}

const UNIGRAM = hashSeed(10);
const BIGRAM = hashSeed(11);
const SKIP = hashSeed(12);
const EDGE = hashSeed(13);
const SHAPE = hashSeed(14);
const CLASS = hashSeed(20);
const CLASS_NEGATED = hashSeed(21);
const CLASS_NEXT = hashSeed(22);
const CLASS_ORDER = hashSeed(23);
const CLASS_TRIPLE = hashSeed(24);
const CLASS_EDGE = hashSeed(25);
const CLASS_WORD = hashSeed(26);

const CAPACITY = 24_000;
const NEGATION_SCOPE = 5;
const ORDER_WINDOW = 7;
const MAX_HITS = 160;
const BOUNDARY = hashSeed(30);

/** How much each group weighs in a vector; each group is scaled to this length. */
export const GROUP_WEIGHT = { words: 1, grams: 0.6, classes: 1.4 } as const;

interface Hit {
  concept: number;
  token: number;
  negated: boolean;
}

/** Turns tokens into hashed features: one instance per thread, its buffers are reused. */
export class FeatureExtractor {
  readonly #lexicon: Lexicon;
  readonly #cache: WordCache;
  // By bucket: the round it was last seen in. Bytes, so that the whole stays in the cache; a full turn of rounds empties it.
  readonly #seen = new Uint8Array(FEATURE_SPACE);
  #epoch = 0;
  readonly #vector: FeatureVector = {
    index: new Uint32Array(CAPACITY),
    value: new Float32Array(CAPACITY),
    wordsEnd: 0,
    gramsEnd: 0,
    end: 0,
  };
  // The token list looked up last: a long turn is extracted again for each of its parts.
  #tokens: readonly Token[] = [];
  #wordsOfTokens: readonly Word[] = [];
  readonly #hits: Hit[] = [];
  #hitCount = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#cache = new WordCache(lexicon);
  }

  /** The vector of the last extraction. */
  get current(): FeatureVector {
    return this.#vector;
  }

  /** Whether a lexicon class names a subject of business ("card", "delivery"). */
  isSubject(concept: number): boolean {
    return this.#lexicon.classes[concept]?.startsWith('subject:') ?? false;
  }

  /** Whether a lexicon class denies ("not", "never"). */
  isNegation(concept: number): boolean {
    return concept === this.#lexicon.negation;
  }

  /** Whether a lexicon class answers a question by itself ("yes", "no"). */
  isAnswer(concept: number): boolean {
    return this.isNegation(concept) || this.#lexicon.classes[concept] === 'yes';
  }

  /** A word by its raw form. */
  word(raw: string, isNumber: boolean): Word {
    return this.#cache.get(raw, isNumber);
  }

  /** The words of a token list, by its tokens' raw forms. */
  words(tokens: readonly Token[]): readonly Word[] {
    if (tokens !== this.#tokens) {
      this.#wordsOfTokens = tokens.map(({ raw, isNumber }) => this.#cache.get(raw, isNumber));
      this.#tokens = tokens;
    }
    return this.#wordsOfTokens;
  }

  /** Features of `tokens[from..to)`, read as `lang` (a language that is not claimed is read as English). */
  extract(tokens: readonly Token[], lang: string, from = 0, to: number = tokens.length): FeatureVector {
    const vector = this.#vector;
    vector.end = 0;
    this.#epoch += 1;
    if (this.#epoch > 0xff) {
      this.#seen.fill(0);
      this.#epoch = 1;
    }
    const all = this.words(tokens);
    const words = from === 0 && to === all.length ? all : all.slice(from, to);
    this.#addWords(words);
    vector.wordsEnd = vector.end;
    for (const { grams } of words) for (let at = 0; at < grams.length; at += 1) this.#add(grams[at]!);
    vector.gramsEnd = vector.end;
    const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
    this.#findHits(tokens, from, words, language);
    this.#addClasses(words.length);
    scale(vector.value, 0, vector.wordsEnd, GROUP_WEIGHT.words);
    scale(vector.value, vector.wordsEnd, vector.gramsEnd, GROUP_WEIGHT.grams);
    scale(vector.value, vector.gramsEnd, vector.end, GROUP_WEIGHT.classes);
    return vector;
  }

  #add(index: number): void {
    const vector = this.#vector;
    if (this.#seen[index] === this.#epoch || vector.end >= CAPACITY) return;
    this.#seen[index] = this.#epoch;
    vector.index[vector.end] = index;
    vector.value[vector.end] = 1;
    vector.end += 1;
  }

  #addWords(words: readonly Word[]): void {
    let before = BOUNDARY;
    let beforeThat = BOUNDARY;
    for (const { hash } of words) {
      this.#add(bucket(hashNumber(UNIGRAM, hash)));
      this.#add(bucket(hashNumber(hashNumber(BIGRAM, before), hash)));
      if (beforeThat !== BOUNDARY) this.#add(bucket(hashNumber(hashNumber(SKIP, beforeThat), hash)));
      beforeThat = before;
      before = hash;
    }
    if (words.length > 0) this.#add(bucket(hashNumber(EDGE, before)));
    this.#add(bucket(hashNumber(SHAPE, lengthClass(words.length))));
  }

  #findHits(tokens: readonly Token[], offset: number, words: readonly Word[], language: number): void {
    const lexicon = this.#lexicon;
    this.#hitCount = 0;
    let negatedUntil = -1;
    let coveredUntil = -1;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      let phraseEnd = -1;
      for (const phrase of word.phrases[language]!) {
        if (!phraseFits(phrase.words, words, at)) continue;
        if (phraseEnd === -1) phraseEnd = at + phrase.words.length;
        if (at + phrase.words.length === phraseEnd) {
          this.#hit(phrase.concept, at, at <= negatedUntil);
          if (phrase.concept === lexicon.negation) negatedUntil = phraseEnd - 1 + NEGATION_SCOPE;
        }
      }
      if (phraseEnd > coveredUntil) coveredUntil = phraseEnd;
      if (at >= coveredUntil) {
        for (const concept of word.concepts[language]!) {
          if (concept === lexicon.contrast) negatedUntil = -1;
          this.#hit(concept, at, at <= negatedUntil);
          if (concept === lexicon.negation) negatedUntil = at + NEGATION_SCOPE;
        }
      }
      if (tokens[offset + at]!.endsSentence) negatedUntil = -1;
    }
  }

  #hit(concept: number, token: number, negated: boolean): void {
    if (this.#hitCount >= MAX_HITS) return;
    const slot = this.#hits[this.#hitCount];
    if (slot === undefined) this.#hits.push({ concept, token, negated });
    else {
      slot.concept = concept;
      slot.token = token;
      slot.negated = negated;
    }
    this.#hitCount += 1;
  }

  #addClasses(wordCount: number): void {
    const hits = this.#hits;
    const count = this.#hitCount;
    for (let at = 0; at < count; at += 1) {
      const { concept, token, negated } = hits[at]!;
      this.#add(bucket(hashNumber(CLASS, concept)));
      if (negated) this.#add(bucket(hashNumber(CLASS_NEGATED, concept)));
      if (token < 2) this.#add(bucket(hashNumber(hashNumber(CLASS_EDGE, 0), concept)));
      if (token >= wordCount - 2) this.#add(bucket(hashNumber(hashNumber(CLASS_EDGE, 1), concept)));
      for (let next = at + 1; next < count; next += 1) {
        const other = hits[next]!;
        const distance = other.token - token;
        if (distance > ORDER_WINDOW) break;
        const pair = hashNumber(hashNumber(CLASS_ORDER, concept), other.concept);
        this.#add(bucket(pair));
        if (other.negated) this.#add(bucket(hashNumber(pair, 1)));
        if (distance > 0 && distance <= 2) {
          this.#add(bucket(hashNumber(hashNumber(CLASS_NEXT, concept), other.concept)));
        }
        if (next + 1 < count && next - at <= 2) {
          const third = hits[next + 1]!;
          if (third.token - token <= ORDER_WINDOW) {
            this.#add(
              bucket(hashNumber(hashNumber(hashNumber(CLASS_TRIPLE, concept), other.concept), third.concept)),
            );
          }
        }
      }
    }
    if (count === 0) this.#add(bucket(hashNumber(CLASS_WORD, 0)));
  }
}

function phraseFits(phrase: readonly string[], words: readonly Word[], at: number): boolean {
  if (at + phrase.length > words.length) return false;
  for (let index = 1; index < phrase.length; index += 1) {
    if (words[at + index]!.folded !== phrase[index]) return false;
  }
  return true;
}

function lengthClass(words: number): number {
  if (words <= 3) return words;
  if (words <= 6) return 4;
  if (words <= 12) return 5;
  return words <= 25 ? 6 : 7;
}

function scale(value: Float32Array, from: number, to: number, weight: number): void {
  if (to === from) return;
  const factor = weight / Math.sqrt(to - from);
  for (let at = from; at < to; at += 1) value[at] = factor;
}
