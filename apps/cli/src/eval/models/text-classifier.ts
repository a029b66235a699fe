import type { LogisticTraining } from '@baton/language';
import {
  FEATURE_SPACE,
  loadModels,
  OUTPUTS,
  scoreLogistic,
  signalScores,
  tokenize,
  trainLogistic,
} from '@baton/language';
import type { SparseRow } from '@baton/language';

/** How to train a two-class text model. */
export interface TextTraining extends LogisticTraining {
  /** Whether the scores of the signals that ship are features too. */
  readonly withSignals?: boolean;
}

/** Logistic regression over Baton's own text features, for English. Gives a scorer: the logit of a text. */
export function trainTextClassifier(
  examples: readonly { readonly text: string; readonly positive: boolean }[],
  training: TextTraining,
): (text: string) => number {
  const rowOf = rowMaker(training.withSignals ?? false);
  const model = trainLogistic(
    examples.map(({ text, positive }) => ({ row: rowOf(text), positive })),
    FEATURE_SPACE + OUTPUTS.length,
    training,
  );
  return (text) => scoreLogistic(model, rowOf(text));
}

function rowMaker(withSignals: boolean): (text: string) => SparseRow {
  const models = loadModels();
  return (text) => {
    const tokens = tokenize(text);
    const { index, value, end } = models.extractor.extract(tokens, 'en');
    const extra = withSignals ? OUTPUTS.length : 0;
    const rows = new Int32Array(end + extra);
    const values = new Float32Array(end + extra);
    rows.set(index.subarray(0, end));
    values.set(value.subarray(0, end));
    if (withSignals) {
      const scores = signalScores(models, tokens, 'en');
      OUTPUTS.forEach((output, at) => {
        rows[end + at] = FEATURE_SPACE + at;
        values[end + at] = scores[output];
      });
    }
    return { rows, values };
  };
}
