import { scoreBoostedTrees, scoreLogistic, trainBoostedTrees, trainLogistic } from '@baton/language';
import { folds } from '../split.js';
import { EVAL_SEED } from '../suite.js';
import type { WordTurn } from './turn-features.js';
import { courseFeatures, turnFeatures } from './turn-features.js';
import { Vocabulary } from './vocabulary.js';

/** A conversation and, per turn, whether a person should take over there. */
export interface TransferDialogue {
  readonly turns: readonly (WordTurn & { readonly transfer: boolean })[];
}

/** Scores every turn of a conversation, each from the turns up to it. */
export type TurnScorer = (turns: readonly WordTurn[]) => number[];

const INNER_FOLDS = 5;
const MEMBERS = 3;

/**
 * Two steps: logistic regression on what a turn says and answers; then boosted trees on its score and how the conversation went so
 * far, trained on scores of conversations the first step did not see.
 */
export function trainTransferModel(dialogues: readonly TransferDialogue[]): TurnScorer {
  const first = trainFirst(dialogues);
  const part = folds(dialogues.length, INNER_FOLDS, EVAL_SEED + 1);
  const features: Float32Array[] = [];
  const positive: boolean[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const unseen = trainFirst(dialogues.filter((_, at) => part[at] !== fold));
    for (const { turns } of dialogues.filter((_, at) => part[at] === fold)) {
      const scores = unseen(turns);
      turns.forEach((turn, at) => {
        features.push(courseFeatures(turns, scores, at));
        positive.push(turn.transfer);
      });
    }
  }
  const members = Array.from({ length: MEMBERS }, (_, member) =>
    trainBoostedTrees(features, positive, {
      seed: EVAL_SEED + member,
      rounds: 120,
      depth: 3,
      shrinkage: 0.06,
      exampleShare: 0.6,
      featureShare: 0.6,
      l2: 5,
      leafWeight: 5,
    }),
  );
  return (turns) => {
    const scores = first(turns);
    return turns.map((_, at) => {
      const example = courseFeatures(turns, scores, at);
      return members.reduce((sum, trees) => sum + scoreBoostedTrees(trees, example), 0) / MEMBERS;
    });
  };
}

function trainFirst(dialogues: readonly TransferDialogue[]): TurnScorer {
  const examples = dialogues.flatMap(({ turns }) =>
    turns.map((turn, at) => ({ features: turnFeatures(turns, at), positive: turn.transfer })),
  );
  const vocabulary = new Vocabulary(
    examples.map(({ features }) => new Set([...features.said, ...features.before])),
    2,
  );
  const rowOf = ({ said, before }: ReturnType<typeof turnFeatures>) =>
    vocabulary.row([
      { names: said, length: 1 },
      { names: before, length: 0.5 },
    ]);
  const model = trainLogistic(
    examples.map(({ features, positive }) => ({ row: rowOf(features), positive })),
    vocabulary.size,
    { seed: EVAL_SEED, epochs: 10, learningRate: 0.2, l2: 1e-3, positiveWeight: 2 },
  );
  return (turns) => turns.map((_, at) => scoreLogistic(model, rowOf(turnFeatures(turns, at))));
}
