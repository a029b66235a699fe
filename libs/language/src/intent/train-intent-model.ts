import { shuffled } from '../linear/random.js';
import type { SparseRow } from '../linear/sparse-row.js';
import type { ClassExample } from '../linear/train-softmax.js';
import type { Models } from '../models/models.js';
import { loadModels } from '../models/load-models.js';
import { tokenize } from '../text/tokens.js';
import type { HeldOutScore } from './calibrate.js';
import { chooseThreshold, fitConfidence } from './calibrate.js';
import { weighFeatures } from './intent-features.js';
import type { IntentGrams } from './intent-grams.js';
import { intentGrams } from './intent-grams.js';
import type { IntentExamples, IntentModel } from './intent-model.js';
import { intentScores, topTwo } from './intent-scores.js';
import { buildVocabulary } from './intent-vocabulary.js';
import type { Members } from './train-members.js';
import { trainMembers } from './train-members.js';

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
  /** Progress, for people. */
  readonly say?: (line: string) => void;
}

interface Example {
  readonly grams: IntentGrams;
  /** Index of the intent; one past the last for none. */
  readonly label: number;
}

/** From this many examples on, networks with a hidden layer join the linear classifier, and one eighth is held out instead of thirds. */
const LARGE = 4_000;
/** Intents below which none is left out to see what an unknown one scores. */
const ENOUGH_TO_LEAVE_OUT = 6;
const NETWORKS = 3;
const EPOCHS = 16;
// One network of fewer passes stands for the committee where it is only to be calibrated.
const EPOCHS_TO_CALIBRATE = 8;

/**
 * Trains one classifier over all languages of a pack from words, word pairs, character n-grams and word classes: multinomial
 * logistic regression against a class of everyday utterances, with calibrated confidence and one out-of-scope threshold. A pack
 * takes a second or two; a public set of ten thousand examples, with its networks, a minute or two.
 */
export function trainIntentModel(intents: readonly IntentExamples[], training: IntentTraining): IntentModel {
  const models = training.models ?? loadModels();
  const say = training.say ?? (() => undefined);
  const names = intents.map((intent) => intent.name);
  const none = names.length;
  const gramsOf = ({ lang, text }: { lang: string; text: string }): IntentGrams => {
    const tokens = tokenize(text);
    const grams = intentGrams(models.extractor, tokens, models.extractor.extract(tokens, lang));
    return { ...grams, words: grams.words.slice(), grams: grams.grams.slice() };
  };
  const inScope: Example[] = intents.flatMap((intent, label) =>
    Object.entries(intent.examples).flatMap(([lang, texts]) =>
      texts.map((text) => ({ grams: gramsOf({ lang, text }), label })),
    ),
  );
  const languages = new Set(intents.flatMap((intent) => Object.keys(intent.examples)));
  const outside: Example[] = [
    ...models.background.filter((one) => languages.has(one.lang)),
    ...(training.outOfScope ?? []),
  ].map((one) => ({ grams: gramsOf(one), label: none }));
  const all = [...inScope, ...outside];
  const vocabulary = buildVocabulary(all);
  const rowOf = (example: { grams: IntentGrams }): SparseRow => weighFeatures(example.grams, vocabulary);
  const rows: ClassExample[] = all.map((example) => ({ row: rowOf(example), label: example.label }));
  const isLarge = inScope.length > LARGE;
  const train = (examples: readonly ClassExample[], networks: number, networkEpochs: number): Members =>
    trainMembers(examples, vocabulary.idf.length, names.length, {
      seed: training.seed,
      linearEpochs: isLarge ? 8 : 20,
      networks,
      networkEpochs,
      say,
    });
  const scored: HeldOutScore[] = [];
  const judgeBy = (members: Members, row: SparseRow, label: number, weight = 1): void => {
    const { best, score, margin } = topTwo(intentScores(members, row));
    scored.push({ score, margin, inScope: label !== none, right: label !== none && best === label, weight });
  };
  const full = train(rows, isLarge ? NETWORKS : 0, EPOCHS);
  if (training.heldOut !== undefined) {
    for (const one of training.heldOut) {
      const label = one.intent === null ? none : names.indexOf(one.intent);
      judgeBy(full, rowOf({ grams: gramsOf(one) }), label);
    }
  } else if (names.length > 0) {
    const folds = isLarge ? 1 : 3;
    const share = isLarge ? 8 : folds;
    const order = shuffled(rows.length, training.seed);
    // Together, as much as the everyday utterances.
    const weight = outside.length / Math.max(1, inScope.length);
    const intentOrder = shuffled(names.length, training.seed + 1);
    for (let fold = 0; fold < folds; fold += 1) {
      // Whole intents are held out too: what a caller may ask of the same business, but nobody taught.
      const unknown = new Set(
        names.length < ENOUGH_TO_LEAVE_OUT ? [] : intentOrder.filter((_, rank) => rank % share === fold),
      );
      const isHeld = (rank: number): boolean => rank % share === fold;
      const kept = [...order].filter((at, rank) => !isHeld(rank) && !unknown.has(rows[at]!.label));
      const part = train(
        kept.map((at) => rows[at]!),
        isLarge ? 1 : 0,
        EPOCHS_TO_CALIBRATE,
      );
      order.forEach((at, rank) => {
        const { row, label } = rows[at]!;
        if (unknown.has(label)) judgeBy(part, row, none, weight);
        else if (isHeld(rank)) judgeBy(part, row, label);
      });
    }
  }
  return {
    names,
    vocabulary,
    ...full,
    calibration: fitConfidence(scored),
    threshold: chooseThreshold(scored),
  };
}
