import type { FeatureVector } from '../features/extract.js';
import { scoreLinear, sigmoid } from '../linear/linear-model.js';
import { scoreNetwork } from '../linear/task-network.js';
import type { Models } from '../models/models.js';
import type { Token } from '../text/tokens.js';
import type { Output } from './outputs.js';
import { OUTPUTS } from './outputs.js';

/** What scoring needs of the models. */
export type SignalModels = Pick<Models, 'extractor' | 'signals' | 'network' | 'thresholds'>;

/** Probability of every output for one text, 0.5 being the chosen threshold. */
export type SignalScores = Readonly<Record<Output, number>>;

const WINDOW = 18;
const STEP = 9;
const LONG = WINDOW + 4;
const MAX_PARTS = 14;
const MIN_SENTENCE = 4;
// A part is read out of its context, so it must be clearer than the whole.
const PART_PENALTY = 1;
// A bot says in one sentence that it did not understand, and asks in the next.
const NO_MATCH = OUTPUTS.indexOf('bot-no-match');

/**
 * Scores a text as a whole, by sentence and, where a sentence is long, in overlapping windows: what matters may be buried in
 * a monologue. The highest counts.
 */
export function signalScores(models: SignalModels, tokens: readonly Token[], lang: string): SignalScores {
  return finish(models, wholeScores(models, tokens, lang), tokens, lang);
}

/** Logits of the whole text; the extractor's vector is then that of the whole text. */
export function wholeScores(models: SignalModels, tokens: readonly Token[], lang: string): Float32Array {
  const logits = new Float32Array(OUTPUTS.length);
  score(models, models.extractor.extract(tokens, lang), logits);
  return logits;
}

// The linear model and the network err on different texts; their mean errs on fewer.
const ofNetwork = new Float32Array(OUTPUTS.length);

function score(models: SignalModels, features: FeatureVector, into: Float32Array): void {
  scoreLinear(models.signals, features, into);
  scoreNetwork(models.network, features, ofNetwork);
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at]! + ofNetwork[at]!) / 2;
}

/** Adds the parts of a long text and turns logits into probabilities. */
export function finish(
  models: SignalModels,
  logits: Float32Array,
  tokens: readonly Token[],
  lang: string,
): SignalScores {
  const part = new Float32Array(OUTPUTS.length);
  for (const [from, to] of partsOf(tokens)) {
    score(models, models.extractor.extract(tokens, lang, from, to), part);
    for (let at = 0; at < logits.length; at += 1)
      logits[at] = Math.max(logits[at]!, part[at]! - (at === NO_MATCH ? 0 : PART_PENALTY));
  }
  const scores = {} as Record<Output, number>;
  for (let at = 0; at < OUTPUTS.length; at += 1) {
    const name = OUTPUTS[at]!;
    scores[name] = sigmoid(logits[at]! - models.thresholds[name]);
  }
  return scores;
}

/** Sentences, and windows of long ones; none where the text is one short sentence. */
function partsOf(tokens: readonly Token[]): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  for (let at = 0; at < tokens.length && parts.length < MAX_PARTS; at += 1) {
    const isLast = at === tokens.length - 1;
    if (!isLast && !(tokens[at]!.endsSentence && at + 1 - start >= MIN_SENTENCE)) continue;
    addParts(parts, start, at + 1, tokens.length);
    start = at + 1;
  }
  return parts;
}

function addParts(parts: [number, number][], from: number, to: number, length: number): void {
  if (to - from <= LONG) {
    if (to - from < length && to - from >= MIN_SENTENCE) parts.push([from, to]);
    return;
  }
  for (let at = from; at + STEP < to && parts.length < MAX_PARTS; at += STEP)
    parts.push([at, Math.min(to, at + WINDOW)]);
}
