import type { Models } from '../models/models.js';
import { loadModels } from '../models/load-models.js';
import type { FeatureVector } from '../features/extract.js';
import type { Token } from '../text/tokens.js';
import { tokenize } from '../text/tokens.js';
import type { IntentGuess } from '../types.js';
import { clauses } from '../text/clauses.js';
import { detectLanguage } from '../langid/detect.js';
import { weighFeatures } from './intent-features.js';
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

/** The same for a text that is already tokenised and extracted; `features` is overwritten. */
export function classifyTokens(
  model: IntentModel,
  models: Models,
  tokens: readonly Token[],
  lang: string,
  features: FeatureVector,
): IntentGuess {
  if (tokens.length === 0 || model.names.length === 0) return NO_INTENT;
  const scores = scoresOf(model, features);
  const whole = topTwo(scores);
  const confidences = new Map<string, number>();
  consider(model, scores, confidences, whole.score - 0.9);
  const parts = tokens.length >= 8 ? clauses(tokens, models.extractor) : [];
  let lead = whole;
  for (const [from, to] of parts) {
    const partScores = scoresOf(model, models.extractor.extract(tokens, lang, from, to));
    const part = topTwo(partScores);
    if (part.score < Math.max(model.threshold, -0.1)) continue;
    consider(model, partScores, confidences, part.score - 0.02);
    if (part.score > lead.score + 0.25) lead = part;
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

function scoresOf(model: IntentModel, features: FeatureVector): Float32Array {
  return intentScores(model.weights, model.biases, weighFeatures(features, model.rows, model.idf, 6));
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
