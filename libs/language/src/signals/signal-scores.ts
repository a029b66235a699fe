import { scoreLinear, sigmoid } from '../linear/linear-model.js';
import type { Models } from '../models/models.js';
import type { Token } from '../text/tokens.js';
import type { Output } from './outputs.js';
import { OUTPUTS } from './outputs.js';

/** Probability of every output for one text, 0.5 being the chosen threshold. */
export type SignalScores = Readonly<Record<Output, number>>;

const WINDOW = 26;
const STEP = 13;
const MAX_WINDOWS = 12;

/**
 * Scores a text as a whole and, where it is long, in overlapping windows: what matters may be buried in a monologue. The
 * highest counts.
 */
export function signalScores(models: Models, tokens: readonly Token[], lang: string): SignalScores {
  return finish(models, wholeScores(models, tokens, lang), tokens, lang);
}

/** Logits of the whole text; the extractor's vector is then that of the whole text. */
export function wholeScores(models: Models, tokens: readonly Token[], lang: string): Float32Array {
  const logits = new Float32Array(OUTPUTS.length);
  scoreLinear(models.signals, models.extractor.extract(tokens, lang), logits);
  return logits;
}

/** Adds the windows of a long text and turns logits into probabilities. */
export function finish(
  models: Models,
  logits: Float32Array,
  tokens: readonly Token[],
  lang: string,
): SignalScores {
  if (tokens.length > WINDOW + 6) {
    const part = new Float32Array(OUTPUTS.length);
    for (
      let from = 0, count = 0;
      from + STEP < tokens.length && count < MAX_WINDOWS;
      from += STEP, count += 1
    ) {
      const to = Math.min(tokens.length, from + WINDOW);
      scoreLinear(models.signals, models.extractor.extract(tokens, lang, from, to), part);
      for (let at = 0; at < logits.length; at += 1) logits[at] = Math.max(logits[at]!, part[at]! - 0.5);
    }
  }
  const scores = {} as Record<Output, number>;
  for (let at = 0; at < OUTPUTS.length; at += 1) {
    const name = OUTPUTS[at]!;
    scores[name] = sigmoid(logits[at]! - models.thresholds[name]);
  }
  return scores;
}
