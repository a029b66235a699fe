import type { LanguageGuess } from '../types.js';
import type { LanguageModel } from './language-model.js';
import { languageEvidence } from './detect.js';

/** The running estimate of a caller's language; plain JSON. */
export interface LanguageTracker {
  /** Log-posterior by language, at most eight, relative to the best. */
  readonly belief: Readonly<Record<string, number>>;
  /** The current estimate. */
  readonly code: string;
  readonly confidence: number;
  /** The first estimate that was certain enough; "" until then. */
  readonly startedIn: string;
}

const FORGET = 0.6;
const FLOOR = -12;
const SURE = 0.75;

/** Starts an estimate, from a hint (the line called, the customer's record) where there is one. */
export function startLanguage(hint?: string): LanguageTracker {
  return hint === undefined
    ? { belief: {}, code: 'und', confidence: 0, startedIn: '' }
    : { belief: { [hint]: 0, '*': -2 }, code: hint, confidence: 0.7, startedIn: hint };
}

/**
 * Takes a customer turn into account. One-word turns ("ok", "no") hardly move the estimate; a full sentence in another
 * language turns it within that turn, since older turns count less and less.
 */
export function trackLanguage(tracker: LanguageTracker, model: LanguageModel, text: string): LanguageTracker {
  const { posterior, letters } = languageEvidence(model, text);
  if (posterior.length === 0) return tracker;
  const weight = Math.min(1, letters / 24);
  const elsewhere = Math.log(0.01);
  const codes = new Set([...Object.keys(tracker.belief), ...posterior.map((one) => one.code)]);
  codes.delete('*');
  const unseen = tracker.belief['*'] ?? 0;
  const entries: [string, number][] = [];
  for (const code of codes) {
    const confidence = posterior.find((one) => one.code === code)?.confidence;
    const evidence = confidence === undefined ? elsewhere : Math.log(Math.max(0.01, confidence));
    entries.push([
      code,
      (1 - (1 - FORGET) * weight) * (tracker.belief[code] ?? unseen) + 2 * weight * evidence,
    ]);
  }
  entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const best = entries[0]![1];
  const kept = entries
    .slice(0, 8)
    .map(([code, value]): [string, number] => [code, Math.max(FLOOR, value - best)]);
  let total = 0;
  for (const [, value] of kept) total += Math.exp(value);
  const confidence = 1 / total;
  const code = kept[0]![0];
  const startedIn = tracker.startedIn !== '' ? tracker.startedIn : confidence >= SURE ? code : '';
  return { belief: { ...Object.fromEntries(kept), '*': -4 }, code, confidence, startedIn };
}

/** The estimate as a guess. */
export function trackedLanguage(tracker: LanguageTracker): LanguageGuess {
  return { code: tracker.code, confidence: tracker.confidence };
}
