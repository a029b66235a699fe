import { join } from 'node:path';
import { analyzeUtterance, loadModels } from '@baton/language';
import { figure } from '../figures.js';
import type { Scored } from '../metrics/auc.js';
import { rocAuc } from '../metrics/auc.js';
import { bestF1Threshold, f1At } from '../metrics/f1.js';
import { trainTextClassifier } from '../models/text-classifier.js';
import { readRecords } from '../read/records.js';
import { badData, hasFile, readLines } from '../read/text-file.js';
import { holdOut } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

interface Comment {
  readonly text: string;
  readonly positive: boolean;
}

/** Negative emotion in written comments: a two-class linear model trained on the set, and the shipped polarity beside it. */
export const goemotions: Suite = {
  name: 'goemotions',
  measures: 'negative emotion in comments',
  run: ({ data, test, say }) => {
    const all = readComments(data, 'train.tsv', data);
    const { train, test: measured } =
      test === undefined
        ? holdOut(all, (one) => String(one.positive), 0.15, EVAL_SEED)
        : { train: all, test: readComments(test, 'test.tsv', data) };
    const { train: fitted, test: tuned } = holdOut(train, (one) => String(one.positive), 0.1, EVAL_SEED + 1);
    const options = { seed: EVAL_SEED, epochs: 4, learningRate: 0.3, l2: 1e-4, positiveWeight: 1.5 };
    say(`training on ${train.length} comments`);
    const partial = trainTextClassifier(fitted, options);
    const threshold = bestF1Threshold(
      tuned.map(({ text, positive }) => ({ score: partial(text), positive })),
    );
    const classify = trainTextClassifier(train, options);
    const scored: Scored[] = measured.map(({ text, positive }) => ({ score: classify(text), positive }));
    say('measuring the model that ships');
    const models = loadModels();
    const shipped: Scored[] = measured.map(({ text, positive }) => ({
      score: -analyzeUtterance(text, { models, lang: 'en' }).affect.polarity,
      positive,
    }));
    const { f1, precision, recall } = f1At(scored, threshold);
    return {
      split: {
        kind: test === undefined ? 'held-out' : 'official',
        train: train.length,
        test: measured.length,
        unit: 'comments',
      },
      figures: {
        negativeF1: figure(f1),
        negativeAuc: figure(rocAuc(scored)),
        precision: figure(precision),
        recall: figure(recall),
        negativeShare: figure(measured.filter((one) => one.positive).length / measured.length),
        asShipped: { negativeF1: figure(f1At(shipped, 0.5).f1), negativeAuc: figure(rocAuc(shipped)) },
      },
      bars: [],
    };
  },
};

function readComments(folder: string, name: string, labelsFolder: string): Comment[] {
  const group = join(folder, 'group');
  const labels = readLines(hasFile(group, 'labels.txt') ? group : join(labelsFolder, 'group'), 'labels.txt');
  const negative = labels.lines.findIndex((line) => line.text.trim() === 'negative');
  if (negative < 0) badData(labels.file, 1, 'no label "negative"; write one label a line');
  const { file, records } = readRecords('\t', group, name);
  return records.map(({ line, fields: [text, indices] }) => {
    if (text === undefined || indices === undefined || !/^\d+(,\d+)*$/.test(indices))
      return badData(file, line, 'write text, tab, label numbers joined by commas, tab, id');
    return { text, positive: indices.split(',').map(Number).includes(negative) };
  });
}
