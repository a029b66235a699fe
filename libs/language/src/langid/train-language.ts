import { fold } from '../text/fold.js';
import type { LanguageModel } from './language-model.js';
import { LANGUAGE_BITS, visitLanguageGrams } from './language-model.js';
import { wordsOf } from './words-of.js';

/** Text in a known language to train on. */
export interface LanguageSample {
  readonly lang: string;
  readonly text: string;
}

const SMOOTHING = 0.25;

/**
 * Trains naive Bayes over character 1- to 5-grams and whole words. Text without diacritics counts a little too,
 * since recognisers drop them. Deterministic; about a second for a megabyte.
 */
export function trainLanguageModel(samples: readonly LanguageSample[]): LanguageModel {
  const languages = [...new Set(samples.map((sample) => sample.lang))];
  const width = languages.length;
  const space = 1 << LANGUAGE_BITS;
  const counts = new Float32Array(space * width);
  const totals = new Float64Array(width);
  for (const sample of samples) {
    const lang = languages.indexOf(sample.lang);
    const count = (word: string, times: number): void => {
      visitLanguageGrams(word, (at) => {
        counts[at * width + lang]! += times;
        totals[lang]! += times;
      });
    };
    for (const word of wordsOf(sample.text)) {
      count(word, 1);
      const bare = fold(word);
      if (bare !== word) count(bare, 0.25);
    }
  }
  const largest = Math.max(...totals);
  const raw = new Float32Array(space * width);
  const logs = new Float64Array(width);
  let peak = 1e-6;
  for (let at = 0; at < space; at += 1) {
    const row = at * width;
    let seen = 0;
    for (let lang = 0; lang < width; lang += 1) seen += counts[row + lang]!;
    if (seen === 0) continue;
    let mean = 0;
    for (let lang = 0; lang < width; lang += 1) {
      // Counts as if every language had the largest corpus, so that small corpora are not smoothed away.
      const scaled = (counts[row + lang]! * largest) / Math.max(1, totals[lang]!);
      logs[lang] = Math.log(scaled + SMOOTHING * (largest / Math.max(1, totals[lang]!)) ** 0.5);
      mean += logs[lang]! / width;
    }
    for (let lang = 0; lang < width; lang += 1) {
      raw[row + lang] = logs[lang]! - mean;
      peak = Math.max(peak, Math.abs(raw[row + lang]!));
    }
  }
  const scale = peak / 127;
  const evidence = new Int8Array(raw.length);
  for (let cell = 0; cell < raw.length; cell += 1) evidence[cell] = Math.round(raw[cell]! / scale);
  return { languages, evidence, scale, temperature: 0.12, words: new Map() };
}
