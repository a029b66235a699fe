import { MAX_CLASSIFIED_UNITS } from '../text/tokens.js';
import type { LanguageGuess } from '../types.js';
import type { LanguageModel } from './language-model.js';
import { wordEvidence } from './language-model.js';
import type { ScriptCounts } from './scripts.js';
import { countScripts } from './scripts.js';
import { wordsOf } from './words-of.js';

const CYRILLIC = new Set(['ru', 'uk']);
const OWN_SCRIPT = new Set(['ar', 'hi', 'zh', 'ja', 'ko']);
/** Nothing to tell a language from: silence, numbers, emoji. */
export const UNDETERMINED: LanguageGuess = { code: 'und', confidence: 0 };

/** What a text says about its language: a guess, and the evidence to add to that of other turns. */
export interface LanguageEvidence {
  readonly guess: LanguageGuess;
  /** Posterior per language, highest first, those above 0.01. */
  readonly posterior: readonly LanguageGuess[];
  /** Letters the guess rests on. */
  readonly letters: number;
}

/** The language of one text. */
export function detectLanguage(model: LanguageModel, text: string): LanguageGuess {
  return languageEvidence(model, text).guess;
}

// A turn is asked about twice: for itself, and for the running estimate of its call.
const latest = new WeakMap<LanguageModel, { readonly text: string; readonly evidence: LanguageEvidence }>();

/** The language of one text with all that speaks for others. Reads at most 4,000 UTF-16 units. */
export function languageEvidence(model: LanguageModel, text: string): LanguageEvidence {
  const last = latest.get(model);
  if (last?.text === text) return last.evidence;
  const evidence = evidenceOf(model, text);
  latest.set(model, { text, evidence });
  return evidence;
}

function evidenceOf(model: LanguageModel, text: string): LanguageEvidence {
  const scripts = countScripts(text, MAX_CLASSIFIED_UNITS);
  const letters = Object.values(scripts).reduce((sum: number, count: number) => sum + count, 0);
  if (letters === 0 || scripts.other > letters / 2) return { guess: UNDETERMINED, posterior: [], letters: 0 };
  const byScript = scriptLanguage(scripts, letters);
  if (byScript !== undefined) {
    const guess = { code: byScript, confidence: 0.99 };
    return { guess, posterior: [guess], letters };
  }
  const posterior = posteriorOf(model, wordsOf(text), candidatesOf(model, scripts.cyrillic > scripts.latin));
  return {
    guess: posterior[0] ?? UNDETERMINED,
    posterior: posterior.filter((one) => one.confidence > 0.01),
    letters,
  };
}

interface Candidates {
  readonly cyrillic: readonly number[];
  readonly latin: readonly number[];
}
const candidates = new WeakMap<LanguageModel, Candidates>();

/** Indices of the languages that are written in one of the two scripts. */
function candidatesOf(model: LanguageModel, isCyrillic: boolean): readonly number[] {
  let found = candidates.get(model);
  if (found === undefined) {
    const all = model.languages.map((_, at) => at);
    found = {
      cyrillic: all.filter((at) => CYRILLIC.has(model.languages[at]!)),
      latin: all.filter((at) => !CYRILLIC.has(model.languages[at]!) && !OWN_SCRIPT.has(model.languages[at]!)),
    };
    candidates.set(model, found);
  }
  return isCyrillic ? found.cyrillic : found.latin;
}

function scriptLanguage(scripts: ScriptCounts, letters: number): string | undefined {
  // One character of these says what several Latin letters say.
  const weight = (count: number): boolean => count * 3 > letters - count;
  if (scripts.kana > 0 && weight(scripts.kana + scripts.han))
    return scripts.kana * 12 >= scripts.han ? 'ja' : 'zh';
  if (weight(scripts.han)) return 'zh';
  if (weight(scripts.hangul)) return 'ko';
  if (scripts.arabic * 2 > letters) return 'ar';
  if (scripts.devanagari * 2 > letters) return 'hi';
  return undefined;
}

function posteriorOf(
  model: LanguageModel,
  words: readonly string[],
  among: readonly number[],
): LanguageGuess[] {
  const width = model.languages.length;
  const sum = new Float64Array(width);
  for (const word of words) {
    const evidence = wordEvidence(model, word);
    for (let lang = 0; lang < width; lang += 1) sum[lang]! += evidence[lang]!;
  }
  let best = -Infinity;
  for (const lang of among) best = Math.max(best, sum[lang]!);
  let total = 0;
  for (const lang of among) {
    sum[lang] = Math.exp((sum[lang]! - best) * model.temperature);
    total += sum[lang]!;
  }
  return among
    .map((lang) => ({ code: model.languages[lang]!, confidence: sum[lang]! / total }))
    .sort((a, b) => b.confidence - a.confidence);
}
