import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeUtterance, loadModels } from '@baton/language';
import { z } from 'zod';
import { figure } from '../figures.js';
import type { Scored } from '../metrics/auc.js';
import { rocAuc } from '../metrics/auc.js';
import { bestF1Threshold, f1At } from '../metrics/f1.js';
import { trainTextClassifier } from '../models/text-classifier.js';
import { readJson } from '../read/json-file.js';
import { badData, hasFile } from '../read/text-file.js';
import { folds } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

interface Utterance {
  readonly text: string;
  readonly positive: boolean;
}

const fold = z
  .array(z.object({ text: z.string(), intents: z.array(z.string()).optional() }), {
    error: 'write [{"text", "intents"}]',
  })
  .min(1, 'empty; write [{"text", "intents"}]');

const FOLDS = 10;

/**
 * The wish to speak to a person, out of the domain it was trained in. `handoffF1` is the human-request signal as it ships, which
 * saw nothing of the set; `handoffF1Trained` adds what the banking part teaches.
 */
export const nlupp: Suite = {
  name: 'nlupp',
  measures: 'requests for a person (intent `handoff`), banking to hotels',
  run: ({ data, test, say }) => {
    const train = readDomain(data, ['banking']);
    const measured = test === undefined ? train : readDomain(test, ['hotels', 'banking']);
    say(`${train.length} utterances to train on, ${measured.length} to measure on`);
    const models = loadModels();
    const asShipped = measured.map(({ text, positive }) => {
      const { value, score } = analyzeUtterance(text, { models, lang: 'en' }).humanRequest;
      return { score, value, positive };
    });
    const shippedScored = asShipped.map(({ value, positive }) => ({ score: value ? 1 : 0, positive }));
    say('cross-validating the trained classifier');
    const held = crossValidated(train);
    const threshold = bestF1Threshold(held);
    const scored: readonly Scored[] =
      test === undefined ? held : scoreAll(trainTextClassifier(train, training), measured);
    const shipped = f1At(shippedScored, 0.5);
    const trained = f1At(scored, threshold);
    return {
      split: {
        kind: test === undefined ? 'cross-validated' : 'official',
        train: train.length,
        test: measured.length,
        unit: 'utterances',
      },
      figures: {
        handoffF1: figure(shipped.f1),
        handoffPrecision: figure(shipped.precision),
        handoffRecall: figure(shipped.recall),
        handoffAuc: figure(rocAuc(asShipped)),
        handoffF1Trained: figure(trained.f1),
        handoffPrecisionTrained: figure(trained.precision),
        handoffRecallTrained: figure(trained.recall),
        handoffAucTrained: figure(rocAuc(scored)),
        positives: measured.filter((one) => one.positive).length,
      },
      bars: [{ key: 'handoffF1', atLeast: 0.75, reached: figure(shipped.f1) }],
    };
  },
};

const training = {
  seed: EVAL_SEED,
  epochs: 20,
  learningRate: 0.3,
  l2: 1e-4,
  positiveWeight: 4,
  withSignals: true,
};

function crossValidated(utterances: readonly Utterance[]): Scored[] {
  const part = folds(utterances.length, FOLDS, EVAL_SEED);
  const scored: Scored[] = [];
  for (let held = 0; held < FOLDS; held += 1) {
    const classify = trainTextClassifier(
      utterances.filter((_, at) => part[at] !== held),
      training,
    );
    scored.push(
      ...scoreAll(
        classify,
        utterances.filter((_, at) => part[at] === held),
      ),
    );
  }
  return scored;
}

function scoreAll(classify: (text: string) => number, utterances: readonly Utterance[]): Scored[] {
  return utterances.map(({ text, positive }) => ({ score: classify(text), positive }));
}

function readDomain(folder: string, domains: readonly string[]): Utterance[] {
  const domain = domains.find((name) => hasFile(folder, name));
  if (domain === undefined)
    return badData(
      folder,
      'the folder',
      `no folder ${domains.join(' or ')}; it holds fold0.json, fold1.json, …`,
    );
  const below = join(folder, domain);
  const files = readdirSync(below)
    .filter((name) => /^fold\d+\.json$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (files.length === 0)
    badData(below, 'the folder', 'no fold*.json; write [{"text", "intents"}] into each');
  return files.flatMap((name) =>
    readJson(fold, below, name).map(({ text, intents }) => ({
      text,
      positive: intents?.includes('handoff') ?? false,
    })),
  );
}
