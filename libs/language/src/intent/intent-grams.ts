import type { FeatureExtractor, FeatureVector } from '../features/extract.js';
import { hashNumber, hashSeed, hashString, mixed } from '../features/hash.js';
import type { Token } from '../text/tokens.js';
import { DistinctHashes } from './distinct-hashes.js';

const WORD = hashSeed(50);
const PAIR = hashSeed(51);
const GAP = hashSeed(52);
const GRAM = hashSeed(53);
const CLASS = hashSeed(54);
const BOUNDARY = 0x5eed;
const SHORTEST = 2;
const LONGEST = 5;
/** Character grams of a longer text say nothing more of its intent. */
const MOST_UNITS = 1_000;
/** Twice the grams of the longest text and of its words, which are at most 4,000 units. */
const SLOTS = 32_768;

// Work buffers, one text at a time.
const words = new DistinctHashes(SLOTS);
const grams = new DistinctHashes(SLOTS);

/** The features of one text in three groups, each hash once. */
export interface IntentGrams {
  /** Words, word pairs, pairs with a word between them. */
  readonly words: Uint32Array;
  /** Character 2- to 5-grams of the folded words joined by spaces, so that endings and beginnings meet. */
  readonly grams: Uint32Array;
  /** Word classes and what they stand next to: what is learnt in one language holds in all. */
  readonly classes: Uint32Array;
}

/** Features of `tokens[from..to)` for intents; valid until the next call. `features` is the extraction of the same range, for its word classes. */
export function intentGrams(
  extractor: FeatureExtractor,
  tokens: readonly Token[],
  features: FeatureVector,
  from = 0,
  to: number = tokens.length,
): IntentGrams {
  words.clear();
  const said = extractor.words(tokens);
  let joined = ' ';
  let [before, beforeThat] = [BOUNDARY, -1];
  for (let at = from; at < to; at += 1) {
    const { hash, folded } = said[at]!;
    words.add(mixed(hashNumber(WORD, hash)));
    words.add(mixed(hashNumber(hashNumber(PAIR, before), hash)));
    if (beforeThat !== -1) words.add(mixed(hashNumber(hashNumber(GAP, beforeThat), hash)));
    beforeThat = before === BOUNDARY ? -1 : before;
    before = hash;
    if (joined.length < MOST_UNITS) joined += `${folded} `;
  }
  words.add(mixed(hashNumber(hashNumber(PAIR, before), BOUNDARY)));
  grams.clear();
  for (let start = 0; start < joined.length; start += 1) {
    let hash = GRAM;
    const end = Math.min(joined.length, start + LONGEST);
    for (let next = start; next < end; next += 1) {
      hash = hashString(hash, joined, next, next + 1);
      if (next - start + 1 >= SHORTEST) grams.add(mixed(hash));
    }
  }
  const classes = new Uint32Array(features.end - features.gramsEnd);
  for (let at = 0; at < classes.length; at += 1)
    classes[at] = mixed(hashNumber(CLASS, features.index[features.gramsEnd + at]!));
  return { words: words.view(), grams: grams.view(), classes };
}
