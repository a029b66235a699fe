import { scoreBoostedTrees, trainBoostedTrees } from '@baton/language';
import { z } from 'zod';
import { figure } from '../figures.js';
import type { Scored } from '../metrics/auc.js';
import { rocAuc } from '../metrics/auc.js';
import { bestF1Threshold, f1At } from '../metrics/f1.js';
import type { CallAct } from '../models/call-features.js';
import { callFeatureNames, callFeatures, trimmed } from '../models/call-features.js';
import { readJson } from '../read/json-file.js';
import { folds } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

interface Call {
  readonly acts: readonly CallAct[];
  readonly gaveUp: boolean;
}

const calls = z
  .array(
    z.object({
      LUHF: z.enum(['luhf', 'not_luhf'], { error: 'write luhf or not_luhf' }),
      utterances_annotations: z.array(
        z.object({
          caller_name: z.enum(['nlg', 'nlu'], { error: 'write nlg or nlu' }),
          intent: z.string(),
          entities: z.array(z.object({ entity: z.string() })),
        }),
      ),
    }),
  )
  .min(10, 'write at least ten dialogues');

const FOLDS = 5;
const MEMBERS = 3;

/**
 * Calls whose caller hung up or asked to be forwarded late. System turns at the end are cut off first: that the system spoke last
 * gives the outcome away, and no running call could know it.
 */
export const betold: Suite = {
  name: 'betold',
  measures: 'calls the caller gives up, from intents and entities, trailing system turns cut off',
  run: ({ data, test, say }) => {
    const train = readCalls(data, 'BETOLD_valid.json');
    say(`cross-validating on ${train.length} calls`);
    const held = crossValidated(train);
    const threshold = bestF1Threshold(held);
    const measured = test === undefined ? train : readCalls(test, 'BETOLD_test.json');
    const scored: readonly Scored[] = test === undefined ? held : scoreAll(trainCalls(train), measured);
    const { f1, precision, recall } = f1At(scored, threshold);
    const right = scored.filter((one) => one.score >= threshold === one.positive).length;
    return {
      split: {
        kind: test === undefined ? 'cross-validated' : 'official',
        train: train.length,
        test: measured.length,
        unit: 'calls',
      },
      figures: {
        aucTrimmed: figure(rocAuc(scored)),
        f1Trimmed: figure(f1),
        precisionTrimmed: figure(precision),
        recallTrimmed: figure(recall),
        accuracyTrimmed: figure(right / scored.length),
        gaveUpShare: figure(measured.filter((one) => one.gaveUp).length / measured.length),
      },
      bars: [{ key: 'aucTrimmed', atLeast: 0.84, reached: figure(rocAuc(scored)) }],
    };
  },
};

/** Scorer of a call: the mean of boosted trees grown from several seeds. */
function trainCalls(train: readonly Call[]): (call: Call) => number {
  const names = callFeatureNames(train.map((call) => call.acts));
  const examples = train.map((call) => callFeatures(call.acts, names));
  const positive = train.map((call) => call.gaveUp);
  const members = Array.from({ length: MEMBERS }, (_, member) =>
    trainBoostedTrees(examples, positive, {
      seed: EVAL_SEED + member,
      rounds: 250,
      depth: member === 1 ? 2 : 3,
      shrinkage: 0.045,
      exampleShare: 0.7,
      featureShare: 0.4,
      l2: 3,
      leafWeight: 3,
    }),
  );
  return (call) => {
    const features = callFeatures(call.acts, names);
    return members.reduce((sum, trees) => sum + scoreBoostedTrees(trees, features), 0) / MEMBERS;
  };
}

function crossValidated(all: readonly Call[]): Scored[] {
  const part = folds(all.length, FOLDS, EVAL_SEED);
  const scored: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const score = trainCalls(all.filter((_, at) => part[at] !== fold));
    scored.push(
      ...scoreAll(
        score,
        all.filter((_, at) => part[at] === fold),
      ),
    );
  }
  return scored;
}

function scoreAll(score: (call: Call) => number, measured: readonly Call[]): Scored[] {
  return measured.map((call) => ({ score: score(call), positive: call.gaveUp }));
}

function readCalls(folder: string, name: string): Call[] {
  return readJson(calls, folder, name).map((call) => ({
    acts: trimmed(
      call.utterances_annotations.map((one) => ({
        speaker: one.caller_name === 'nlu' ? ('customer' as const) : ('bot' as const),
        intent: one.intent,
        entities: one.entities.map(({ entity }) => entity),
      })),
    ),
    gaveUp: call.LUHF === 'luhf',
  }));
}
