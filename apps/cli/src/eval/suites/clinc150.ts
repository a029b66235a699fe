import type { HeldOutText, IntentModel } from '@baton/language';
import { scoreIntent, trainIntentModel } from '@baton/language';
import { z } from 'zod';
import { figure } from '../figures.js';
import { rocAuc } from '../metrics/auc.js';
import { calibrationError } from '../metrics/calibration-error.js';
import type { Rejection } from '../metrics/rejection.js';
import { balancedThreshold, evenThreshold, rejectionAt } from '../metrics/rejection.js';
import type { LabelledText } from '../models/by-intent.js';
import { byIntent } from '../models/by-intent.js';
import { readJson } from '../read/json-file.js';
import { holdOut } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

const pairs = z
  .array(z.tuple([z.string(), z.string()], { error: 'write ["text", "intent"]' }), {
    error: 'write [["text", "intent"], …]',
  })
  .min(1, 'empty; write [["text", "intent"], …]');
const trainFile = z.object({ train: pairs, val: pairs, oos_train: pairs, oos_val: pairs });
const testFile = z.object({ test: pairs, oos_test: pairs });

/**
 * 150 intents and utterances of none, with the intent training that tenant packs use. The threshold is chosen on the validation
 * part so that in-scope accuracy and out-of-scope recall come out even; the balanced rule (best mean) is reported beside it.
 */
export const clinc150: Suite = {
  name: 'clinc150',
  measures: '150 intents and the rejection of utterances of none',
  run: ({ data, test, say }) => {
    const given = readJson(trainFile, data, 'train_val.json');
    // Without a test folder half of the validation part is measured on, and the other half chooses the threshold.
    const half = test === undefined ? 0.5 : 0;
    const inScope = holdOut(labelled(given.val), (one) => one.label, half, EVAL_SEED);
    const outside = holdOut(labelled(given.oos_val), () => '', half, EVAL_SEED);
    const official = test === undefined ? undefined : readJson(testFile, test, 'test.json');
    const measured =
      official === undefined
        ? { inScope: inScope.test, outside: outside.test }
        : { inScope: labelled(official.test), outside: labelled(official.oos_test) };
    const validation: HeldOutText[] = [
      ...inScope.train.map(({ text, label }) => ({ text, lang: 'en', intent: label })),
      ...outside.train.map(({ text }) => ({ text, lang: 'en', intent: null })),
    ];
    const model = trainIntentModel(byIntent(labelled(given.train)), {
      seed: EVAL_SEED,
      heldOut: validation,
      outOfScope: given.oos_train.map(([text]) => ({ text, lang: 'en' })),
      say,
    });
    say('choosing the threshold on the validation part');
    const tuned = validation.map(({ text, intent }) => judged(model, text, intent));
    const threshold = evenThreshold(tuned);
    say(
      `measuring on ${measured.inScope.length} utterances in scope, ${measured.outside.length} out of scope`,
    );
    const results = [
      ...measured.inScope.map(({ text, label }) => judged(model, text, label)),
      ...measured.outside.map(({ text }) => judged(model, text, null)),
    ];
    const even = rejectionAt(results, threshold);
    const balanced = rejectionAt(results, balancedThreshold(tuned));
    const known = results.filter((one) => one.inScope);
    const auroc = figure(rocAuc(results.map((one) => ({ score: one.score, positive: one.inScope }))));
    return {
      split: {
        kind: test === undefined ? 'held-out' : 'official',
        train: given.train.length + given.oos_train.length,
        test: results.length,
        unit: 'utterances',
      },
      figures: {
        inScopeAccuracy: figure(even.inScopeAccuracy),
        oosRecall: figure(even.oosRecall),
        auroc,
        threshold: figure(threshold),
        rule: 'even: on the validation part, the highest smaller one of in-scope accuracy and out-of-scope recall',
        accuracyWithoutRejection: figure(known.filter((one) => one.right).length / known.length),
        balancedRule: {
          inScopeAccuracy: figure(balanced.inScopeAccuracy),
          oosRecall: figure(balanced.oosRecall),
          threshold: figure(balancedThreshold(tuned)),
        },
        ece: figure(calibrationError(known)),
      },
      bars: [
        { key: 'inScopeAccuracy', atLeast: 0.87, reached: figure(even.inScopeAccuracy) },
        { key: 'oosRecall', atLeast: 0.87, reached: figure(even.oosRecall) },
        { key: 'auroc', atLeast: 0.95, reached: auroc },
      ],
    };
  },
};

function judged(model: IntentModel, text: string, intent: string | null): Rejection & { confidence: number } {
  const { name, score, confidence } = scoreIntent(model, text, { lang: 'en' });
  return { score, confidence, inScope: intent !== null, right: name === intent };
}

function labelled(list: readonly (readonly [string, string])[]): LabelledText[] {
  return list.map(([text, label]) => ({ text, label }));
}
