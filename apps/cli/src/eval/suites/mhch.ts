import { z } from 'zod';
import { figure, median } from '../figures.js';
import { rocAuc } from '../metrics/auc.js';
import { bestF1Threshold, f1At } from '../metrics/f1.js';
import { goldenTransfer } from '../metrics/golden-transfer.js';
import type { TransferDialogue } from '../models/transfer-model.js';
import { trainTransferModel } from '../models/transfer-model.js';
import { readJsonLines } from '../read/json-file.js';
import { folds } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

// `senti`, the gold sentiment, is left unread: the labels follow it, so it would give them away.
const dialogue = z.object({
  turns: z
    .array(
      z.object({
        role: z.enum(['customer', 'agent'], { error: 'write customer or agent' }),
        tokens: z.array(z.number().int()),
        label: z.union([z.literal(0), z.literal(1)], { error: 'write 0 or 1' }),
      }),
    )
    .min(1, 'write at least one turn'),
});

interface ScoredDialogue {
  readonly wanted: readonly boolean[];
  readonly scores: readonly number[];
}

const FOLDS = 5;

/** At which turn a machine should hand a conversation over. Each turn is judged from the turns up to it, as in a live call. */
export const mhch: Suite = {
  name: 'mhch',
  measures: 'the turn to hand over at (words as numbers, no gold sentiment)',
  run: ({ data, test, say }) => {
    const train = readDialogues(data, 'eval.jsonl');
    say(`cross-validating on ${train.length} dialogues`);
    const held = crossValidated(train, say);
    const threshold = bestF1Threshold(held.flatMap(turnsOf));
    const measured =
      test === undefined ? held : scoreAll(trainTransferModel(train), readDialogues(test, 'test.jsonl'));
    const turns = measured.flatMap(turnsOf);
    const { f1, precision, recall } = f1At(turns, threshold);
    const auc = figure(rocAuc(turns));
    return {
      split: {
        kind: test === undefined ? 'cross-validated' : 'official',
        train: train.length,
        test: measured.length,
        unit: 'dialogues',
      },
      figures: {
        f1: figure(f1),
        auc,
        precision: figure(precision),
        recall: figure(recall),
        ...timing(measured, threshold),
      },
      bars: [
        { key: 'f1', atLeast: 0.5, reached: figure(f1) },
        { key: 'auc', atLeast: 0.9, reached: auc },
      ],
    };
  },
};

function timing(measured: readonly ScoredDialogue[], threshold: number): Record<string, unknown> {
  const dialogues = measured.map(({ wanted, scores }) => ({
    wanted,
    predicted: scores.map((score) => score >= threshold),
  }));
  const due = dialogues.filter((one) => one.wanted.includes(true));
  const quiet = dialogues.filter((one) => !one.wanted.includes(true));
  const within = (chosen: typeof dialogues): number[] =>
    [1, 2, 3].map((tolerance) =>
      figure(
        chosen.reduce(
          (sum, one) => sum + goldenTransfer(one.wanted, one.predicted, { tolerance, lateness: 0 }),
          0,
        ) / chosen.length,
      ),
    );
  const offsets = due
    .filter((one) => one.predicted.includes(true))
    .map((one) => one.predicted.indexOf(true) - one.wanted.indexOf(true));
  return {
    gtPlus: within(due),
    gt: within(dialogues),
    falseTransferRate: figure(quiet.filter((one) => one.predicted.includes(true)).length / quiet.length),
    missedDialogueRate: figure(due.filter((one) => !one.predicted.includes(true)).length / due.length),
    firstTransfer: {
      medianOffset: median(offsets),
      within2: figure(offsets.filter((offset) => Math.abs(offset) <= 2).length / offsets.length),
      moreThan2Late: figure(offsets.filter((offset) => offset > 2).length / offsets.length),
    },
  };
}

function crossValidated(all: readonly TransferDialogue[], say: (line: string) => void): ScoredDialogue[] {
  const part = folds(all.length, FOLDS, EVAL_SEED);
  const scored: ScoredDialogue[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const score = trainTransferModel(all.filter((_, at) => part[at] !== fold));
    scored.push(
      ...scoreAll(
        score,
        all.filter((_, at) => part[at] === fold),
      ),
    );
    say(`part ${fold + 1} of ${FOLDS}`);
  }
  return scored;
}

function scoreAll(
  score: ReturnType<typeof trainTransferModel>,
  dialogues: readonly TransferDialogue[],
): ScoredDialogue[] {
  return dialogues.map(({ turns }) => ({ wanted: turns.map((turn) => turn.transfer), scores: score(turns) }));
}

function turnsOf({ wanted, scores }: ScoredDialogue): { score: number; positive: boolean }[] {
  return wanted.map((positive, at) => ({ positive, score: scores[at]! }));
}

function readDialogues(folder: string, name: string): TransferDialogue[] {
  return readJsonLines(dialogue, folder, name).map(({ turns }) => ({
    turns: turns.map(({ role, tokens, label }) => ({ role, tokens, transfer: label === 1 })),
  }));
}
