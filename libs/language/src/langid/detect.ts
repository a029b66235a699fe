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

/** The language of one text with all that speaks for others. Reads at most 4,000 UTF-16 units. */
export function languageEvidence(model: LanguageModel, text: string): LanguageEvidence {
  const scripts = countScripts(text, MAX_CLASSIFIED_UNITS);
  const letters = Object.values(scripts).reduce((sum: number, count: number) => sum + count, 0);
  if (letters === 0 || scripts.other > letters / 2) return { guess: UNDETERMINED, posterior: [], letters: 0 };
  const byScript = scriptLanguage(scripts, letters);
  if (byScript !== undefined) {
    const guess = { code: byScript, confidence: 0.99 };
    return { guess, posterior: [guess], letters };
  }
  const isCandidate = scripts.cyrillic > scripts.latin ? (lang: string) => CYRILLIC.has(lang) : isLatin;
  const posterior = posteriorOf(model, wordsOf(text), isCandidate);
  return {
    guess: posterior[0] ?? UNDETERMINED,
    posterior: posterior.filter((one) => one.confidence > 0.01),
    letters,
  };
}

function isLatin(lang: string): boolean {
  return !CYRILLIC.has(lang) && !OWN_SCRIPT.has(lang);
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
  isCandidate: (lang: string) => boolean,
): LanguageGuess[] {
  const width = model.languages.length;
  const sum = new Float64Array(width);
  for (const word of words) {
    const evidence = wordEvidence(model, word);
    for (let lang = 0; lang < width; lang += 1) sum[lang]! += evidence[lang]!;
  }
  const candidates: LanguageGuess[] = [];
  let best = -Infinity;
  for (let lang = 0; lang < width; lang += 1) {
    if (isCandidate(model.languages[lang]!)) best = Math.max(best, sum[lang]!);
  }
  let total = 0;
  for (let lang = 0; lang < width; lang += 1) {
    const code = model.languages[lang]!;
    if (!isCandidate(code)) continue;
    const mass = Math.exp((sum[lang]! - best) * model.temperature);
    total += mass;
    candidates.push({ code, confidence: mass });
  }
  return candidates
    .map(({ code, confidence }) => ({ code, confidence: confidence / total }))
    .sort((a, b) => b.confidence - a.confidence);
}
