import { scoreIntent, trainIntentModel } from '@baton/language';
import { figure, median } from '../figures.js';
import { calibrationError } from '../metrics/calibration-error.js';
import type { LabelledText } from '../models/by-intent.js';
import { byIntent } from '../models/by-intent.js';
import { readRecords } from '../read/records.js';
import { badData } from '../read/text-file.js';
import { holdOut } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

/** 77 banking intents, with the intent training that tenant packs use. The set has no out-of-scope class, so nothing is rejected. */
export const banking77: Suite = {
  name: 'banking77',
  measures: '77 intents of a bank, none out of scope',
  run: ({ data, test, say }) => {
    const all = readUtterances(data, 'train.csv');
    const { train, test: measured } =
      test === undefined
        ? holdOut(all, (one) => one.label, 0.1, EVAL_SEED)
        : { train: all, test: readUtterances(test, 'test.csv') };
    const model = trainIntentModel(byIntent(train), { seed: EVAL_SEED, say });
    say(`measuring on ${measured.length} utterances`);
    const guesses = measured.map(({ text, label }) => {
      const started = performance.now();
      const { name, confidence } = scoreIntent(model, text, { lang: 'en' });
      return { confidence, right: name === label, label, microseconds: (performance.now() - started) * 1000 };
    });
    const accuracy = figure(guesses.filter((one) => one.right).length / guesses.length);
    const surest = [...guesses].sort((a, b) => b.confidence - a.confidence);
    const kept = surest.slice(0, Math.round(0.8 * surest.length));
    return {
      split: {
        kind: test === undefined ? 'held-out' : 'official',
        train: train.length,
        test: measured.length,
        unit: 'utterances',
      },
      figures: {
        accuracy,
        meanRecall: figure(meanRecall(guesses)),
        ece: figure(calibrationError(guesses)),
        accuracyAt80Coverage: figure(kept.filter((one) => one.right).length / kept.length),
        medianMicroseconds: Math.round(median(guesses.map((one) => one.microseconds)) ?? 0),
      },
      bars: [{ key: 'accuracy', atLeast: 0.92, reached: accuracy }],
    };
  },
};

/** Accuracy per intent, averaged: what a test part with as many utterances of each would give. */
function meanRecall(guesses: readonly { readonly label: string; readonly right: boolean }[]): number {
  const counts = new Map<string, { right: number; all: number }>();
  for (const { label, right } of guesses) {
    const count = counts.get(label) ?? { right: 0, all: 0 };
    counts.set(label, { right: count.right + (right ? 1 : 0), all: count.all + 1 });
  }
  return [...counts.values()].reduce((sum, { right, all }) => sum + right / all, 0) / counts.size;
}

function readUtterances(folder: string, name: string): LabelledText[] {
  const { file, records } = readRecords(',', folder, name);
  const [head, ...rows] = records;
  const columns = head?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const [textAt, labelAt] = [columns.indexOf('text'), columns.indexOf('category')];
  if (textAt < 0 || labelAt < 0) return badData(file, 1, 'no columns text and category; write text,category');
  if (rows.length === 0) return badData(file, 2, 'no utterance; write text,category');
  return rows.map(({ line, fields }) => {
    if (fields.length !== columns.length)
      return badData(
        file,
        line,
        `${fields.length} fields where there are ${columns.length}; quote a field with a comma`,
      );
    if (fields[labelAt]!.trim() === '') return badData(file, line, 'category: empty; write the intent');
    return { text: fields[textAt]!, label: fields[labelAt]! };
  });
}
