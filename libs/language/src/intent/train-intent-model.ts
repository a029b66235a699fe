import type { FeatureExtractor } from '../features/extract.js';
import { FEATURE_SPACE } from '../features/hash.js';
import { shuffled } from '../linear/random.js';
import type { Models } from '../models/models.js';
import { loadModels } from '../models/load-models.js';
import { tokenize } from '../text/tokens.js';
import type { HeldOutScore } from './calibrate.js';
import { chooseThreshold, fitConfidence } from './calibrate.js';
import type { SparseRow } from './intent-features.js';
import { weighFeatures } from './intent-features.js';
import type { IntentExamples, IntentModel } from './intent-model.js';
import { intentScores, topTwo } from './intent-scores.js';
import type { LabelledRow } from './train-one-vs-rest.js';
import { trainOneVsRest } from './train-one-vs-rest.js';

/** A text whose intent is known, `null` for none. */
export interface HeldOutText {
  readonly text: string;
  readonly lang: string;
  readonly intent: string | null;
}

/** How to train an intent model. */
export interface IntentTraining {
  /** The same seed and phrases give the same model. */
  readonly seed: number;
  /** The loaded models; by default those that ship. */
  readonly models?: Models;
  /** Texts for the threshold and the confidence; by default held out of the examples, against the shipped background. */
  readonly heldOut?: readonly HeldOutText[];
  /** Further texts of no intent to train against. */
  readonly outOfScope?: readonly { readonly lang: string; readonly text: string }[];
}

interface Example {
  readonly lang: string;
  readonly text: string;
  readonly label: number;
}

/** Above this many examples one fold is held out instead of four, and training takes fewer passes. */
const LARGE = 4_000;

/**
 * Trains one classifier over all languages of a pack: words, word pairs, character n-grams and word classes, one-vs-rest,
 * with calibrated confidence and one out-of-scope threshold.
 */
export function trainIntentModel(intents: readonly IntentExamples[], training: IntentTraining): IntentModel {
  const models = training.models ?? loadModels();
  const names = intents.map((intent) => intent.name);
  const examples: Example[] = intents.flatMap((intent, label) =>
    Object.entries(intent.examples).flatMap(([lang, texts]) => texts.map((text) => ({ lang, text, label }))),
  );
  const languages = new Set(examples.map((example) => example.lang));
  const background: Example[] = [
    ...models.background.filter((one) => languages.has(one.lang)),
    ...(training.outOfScope ?? []),
  ].map(({ lang, text }) => ({ lang, text, label: -1 }));
  const vocabulary = buildVocabulary(models.extractor, [...examples, ...background]);
  const rowOf = (example: { lang: string; text: string }): SparseRow =>
    weighFeatures(extract(models.extractor, example), vocabulary.rows, vocabulary.idf, vocabulary.unseenIdf);
  const inScope: LabelledRow[] = examples.map((example) => ({ row: rowOf(example), label: example.label }));
  const outside: LabelledRow[] = background.map((example) => ({ row: rowOf(example), label: -1 }));
  const order = [...shuffled(inScope.length, training.seed)];
  const outsideOrder = [...shuffled(outside.length, training.seed + 1)];
  const options = { seed: training.seed, epochs: inScope.length > LARGE ? 14 : 24 };
  const train = (rows: readonly LabelledRow[]) =>
    trainOneVsRest(rows, vocabulary.idf.length, names.length, options);
  const full = train([...inScope, ...outside]);
  const scored: HeldOutScore[] = [];
  if (training.heldOut !== undefined) {
    for (const one of training.heldOut) {
      scored.push(judge(full, rowOf(one), one.intent === null ? -1 : names.indexOf(one.intent)));
    }
  } else if (names.length > 0) {
    const folds = inScope.length > LARGE ? 1 : 3;
    for (let fold = 0; fold < folds; fold += 1) {
      const share = inScope.length > LARGE ? 8 : folds;
      const isHeld = (rank: number): boolean => rank % share === fold;
      const kept = [
        ...order.filter((_, rank) => !isHeld(rank)).map((at) => inScope[at]!),
        ...outsideOrder.filter((_, rank) => !isHeld(rank)).map((at) => outside[at]!),
      ];
      const part = train(kept);
      for (const at of order.filter((_, rank) => isHeld(rank)))
        scored.push(judge(part, inScope[at]!.row, inScope[at]!.label));
      for (const at of outsideOrder.filter((_, rank) => isHeld(rank)))
        scored.push(judge(part, outside[at]!.row, -1));
    }
  }
  return {
    names,
    rows: vocabulary.rows,
    idf: vocabulary.idf,
    ...full,
    calibration: fitConfidence(scored),
    threshold: chooseThreshold(scored),
  };
}

function judge(
  part: { weights: Float32Array; biases: Float32Array },
  row: SparseRow,
  label: number,
): HeldOutScore {
  const { best, score, margin } = topTwo(intentScores(part.weights, part.biases, row));
  return { score, margin, inScope: label >= 0, right: label >= 0 && best === label };
}

function extract(extractor: FeatureExtractor, example: { lang: string; text: string }) {
  return extractor.extract(tokenize(example.text), example.lang);
}

function buildVocabulary(extractor: FeatureExtractor, examples: readonly Example[]) {
  const rows = new Int32Array(FEATURE_SPACE).fill(-1);
  const counts: number[] = [];
  for (const example of examples) {
    const features = extract(extractor, example);
    for (let at = 0; at < features.end; at += 1) {
      const index = features.index[at]!;
      if (rows[index]! < 0) {
        rows[index] = counts.length;
        counts.push(0);
      }
      counts[rows[index]!]! += 1;
    }
  }
  const total = examples.length;
  const idf = Float32Array.from(counts, (count) => 1 + Math.log((1 + total) / (1 + count)));
  return { rows, idf, unseenIdf: 1 + Math.log((1 + total) / 2) };
}
