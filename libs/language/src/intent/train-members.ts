import { trainHidden } from '../linear/train-hidden.js';
import type { ClassExample } from '../linear/train-softmax.js';
import { trainSoftmax } from '../linear/train-softmax.js';
import type { IntentModel } from './intent-model.js';

/** The classifiers of an intent model. */
export type Members = Pick<IntentModel, 'linear' | 'networks'>;

/** How to train them. */
export interface MemberTraining {
  readonly seed: number;
  readonly linearEpochs: number;
  readonly networks: number;
  readonly networkEpochs: number;
  readonly say: (line: string) => void;
}

const UNITS = 192;

/** Trains the linear classifier and the networks; label `intents`, one past the last, is "none of them". */
export function trainMembers(
  examples: readonly ClassExample[],
  rowCount: number,
  intents: number,
  { seed, linearEpochs, networks, networkEpochs, say }: MemberTraining,
): Members {
  const classes = intents + 1;
  say(`linear classifier over ${examples.length} examples, ${rowCount} features`);
  const linear = trainSoftmax(examples, rowCount, classes, {
    seed,
    epochs: linearEpochs,
    learningRate: 0.5,
  });
  const hidden = Array.from({ length: networks }, (_, member) => {
    say(`network ${member + 1} of ${networks}`);
    return trainHidden(examples, rowCount, classes, {
      seed: seed + 1 + member,
      units: UNITS,
      epochs: networkEpochs,
      learningRate: 0.05,
      inputDropout: 0.5,
      unitDropout: 0.5,
    });
  });
  for (const { biases } of [linear, ...hidden]) evenOut(biases, examples, intents);
  return { linear, networks: hidden };
}

/**
 * That an intent has more example phrases does not mean that callers ask it more often: what frequency taught the biases is taken
 * back (logit adjustment: Menon et al., 2021).
 */
function evenOut(biases: Float32Array, examples: readonly ClassExample[], intents: number): void {
  const counts = new Float64Array(intents + 1);
  for (const { label } of examples) counts[label]! += 1;
  const present = [...counts.subarray(0, intents)].filter((count) => count > 0);
  const mean = present.reduce((sum, count) => sum + Math.log(count), 0) / Math.max(1, present.length);
  for (let intent = 0; intent < intents; intent += 1)
    if (counts[intent]! > 0) biases[intent]! -= Math.log(counts[intent]!) - mean;
}
