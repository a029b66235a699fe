import type { Models } from '../models/models.js';
import { loadModels } from '../models/load-models.js';
import type { FeatureVector } from '../features/extract.js';
import type { Token } from '../text/tokens.js';
import { tokenize } from '../text/tokens.js';
import type { IntentGuess } from '../types.js';
import { clauses } from '../text/clauses.js';
import { detectLanguage } from '../langid/detect.js';
import { weighFeatures } from './intent-features.js';
import { intentGrams } from './intent-grams.js';
import type { IntentModel } from './intent-model.js';
import { intentScores, topTwo } from './intent-scores.js';

/** What is said where no intents are known or none fits. */
export const NO_INTENT: IntentGuess = { name: '', confidence: 0, outOfScope: true, alternatives: [] };

/** The intent of a text by itself. `lang` is a hint. */
export function classifyIntent(
  model: IntentModel,
  text: string,
  options: { lang?: string; models?: Models } = {},
): IntentGuess {
  const models = options.models ?? loadModels();
  const lang = options.lang ?? detectLanguage(models.language, text).code;
  const tokens = tokenize(text);
  return classifyTokens(model, models, tokens, lang, models.extractor.extract(tokens, lang));
}

/** The same for a text that is already tokenised and extracted; `features` is its extraction, and is overwritten. */
export function classifyTokens(
  model: IntentModel,
  models: Models,
  tokens: readonly Token[],
  lang: string,
  features: FeatureVector,
): IntentGuess {
  if (tokens.length === 0 || model.names.length === 0) return NO_INTENT;
  const scores = scoresOf(model, models, tokens, features, 0, tokens.length);
  const whole = topTwo(scores);
  const confidences = new Map<string, number>();
  consider(model, scores, confidences, whole.score - FAR_BEHIND);
  const parts = tokens.length >= 8 ? clauses(tokens, models.extractor) : [];
  let lead = whole;
  for (const [from, to] of parts) {
    const part = models.extractor.extract(tokens, lang, from, to);
    const partScores = scoresOf(model, models, tokens, part, from, to);
    const best = topTwo(partScores);
    if (best.score < Math.max(model.threshold, CLEAR)) continue;
    consider(model, partScores, confidences, best.score - LITTLE_BEHIND);
    if (best.score > lead.score + AHEAD) lead = best;
  }
  const outOfScope = lead.score < model.threshold;
  const best = model.names[lead.best]!;
  confidences.delete(best);
  const alternatives = [...confidences]
    .map(([name, confidence]) => ({ name, confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.name < b.name ? -1 : 1))
    .slice(0, 3);
  return {
    name: outOfScope ? '' : best,
    confidence: confidenceOf(model, lead.score, lead.margin),
    outOfScope,
    alternatives,
  };
}

/** The best intent of a text as a whole, whether in scope or not, and its score: what a threshold is chosen on. */
export function scoreIntent(
  model: IntentModel,
  text: string,
  options: { lang?: string; models?: Models } = {},
): ScoredIntent {
  const models = options.models ?? loadModels();
  const lang = options.lang ?? detectLanguage(models.language, text).code;
  const tokens = tokenize(text);
  if (tokens.length === 0 || model.names.length === 0) return { name: '', score: -Infinity, confidence: 0 };
  const features = models.extractor.extract(tokens, lang);
  const { best, score, margin } = topTwo(scoresOf(model, models, tokens, features, 0, tokens.length));
  return { name: model.names[best]!, score, confidence: confidenceOf(model, score, margin) };
}

/** The best intent of a text. */
export interface ScoredIntent {
  readonly name: string;
  /** Mean log-probability, at most 0; out of scope below the model's threshold. */
  readonly score: number;
  /** 0..1, calibrated. */
  readonly confidence: number;
}

// In log-probability: an intent e^2 times less likely than the best is none that the utterance also carries; a clause speaks for
// itself where its best is more likely than not, and leads where it is twice as likely as the whole.
const FAR_BEHIND = 2;
const LITTLE_BEHIND = 0.05;
const CLEAR = -0.7;
const AHEAD = 0.7;

function scoresOf(
  model: IntentModel,
  models: Models,
  tokens: readonly Token[],
  features: FeatureVector,
  from: number,
  to: number,
): Float32Array {
  const grams = intentGrams(models.extractor, tokens, features, from, to);
  return intentScores(model, weighFeatures(grams, model.vocabulary));
}

function consider(model: IntentModel, scores: Float32Array, into: Map<string, number>, floor: number): void {
  const atLeast = Math.max(floor, model.threshold);
  for (let one = 0; one < scores.length; one += 1) {
    const score = scores[one]!;
    if (score < atLeast) continue;
    const name = model.names[one]!;
    into.set(name, Math.max(into.get(name) ?? 0, confidenceOf(model, score, 0)));
  }
}

function confidenceOf(model: IntentModel, score: number, margin: number): number {
  const [bias, byScore, byMargin] = model.calibration;
  return 1 / (1 + Math.exp(-(bias + byScore * score + byMargin * margin)));
}
