import type { FeatureExtractor } from '../src/features/extract.js';
import type { LinearModel } from '../src/linear/linear-model.js';
import { seededRandom } from '../src/linear/random.js';
import type { LinearExample } from '../src/linear/train-linear.js';
import { trainLinear } from '../src/linear/train-linear.js';
import type { TaskNetwork } from '../src/linear/task-network.js';
import { trainNetwork } from '../src/linear/train-network.js';
import type { Output, SignalThresholds } from '../src/signals/outputs.js';
import { OUTPUTS } from '../src/signals/outputs.js';
import { signalScores } from '../src/signals/signal-scores.js';
import { tokenize } from '../src/text/tokens.js';
import { joined, spoken } from './augment.js';
import type { LabelledText } from './corpus.js';

const EPOCHS = 6;
const UNITS = 28;
// Enough to place the thresholds.
const TRIAL_EPOCHS = 4;

// With so many texts by an author whom the trial model never saw, these alone place a threshold.
const ENOUGH_VOICES = 150;

// A threshold far from even odds is an accident of few positives.
const LOWEST = -1.6;

// Text of other authors scores lower than held-out templates of ours.
const CAUTION: Partial<Record<Output, number>> = {
  'bot-no-match': 1.2,
  correction: 0.5,
};

// How much more recall counts than precision (the β of F-β) where a miss harms the caller.
const RECALL: Partial<Record<Output, number>> = {
  'self-harm-risk': 3,
};

/** A fifth of everything, whole templates only. */
const IN_PART = {
  author: 'a fifth of each',
  isHeld: (one: LabelledText): boolean => (Math.imul(one.group, 2654435761) >>> 8) % 5 === 0,
};

const EVEN_ODDS = Object.fromEntries(OUTPUTS.map((output) => [output, 0])) as Record<Output, number>;

// In calls, requests, displeasure and mockery are rarer than in the text of authors who were asked to write them.
const RARER: Partial<Record<Output, number>> = {
  human: 0.6,
  'frustration-1': 0.3,
  sarcasm: 0.35,
};

/** Authors who wrote single lines, each apart from the others; all templates count as one more. */
const AUTHORS = ['voices-', 'callers-'] as const;

/** What is trained. */
export interface SignalModelFiles {
  readonly signals: LinearModel;
  readonly network: TaskNetwork;
  readonly thresholds: SignalThresholds;
}

/**
 * Trains the signal model. Each threshold is chosen by leaving one author out in turn: what the others teach is tried on text
 * by someone they never saw, as it will be with real callers. Outputs that only templates teach use a held-out fifth of them.
 */
export function trainSignals(
  extractor: FeatureExtractor,
  corpus: readonly LabelledText[],
  background: readonly LabelledText[],
  seed: number,
  say: (text: string) => void,
): SignalModelFiles {
  const all = [...corpus, ...background];
  const positiveWeight = OUTPUTS.map((_, at) => {
    const positives = corpus.filter((one) => one.targets[at] === 1).length;
    return Math.max(1, Math.min(4, Math.sqrt(corpus.length / (8 * Math.max(1, positives)))));
  });
  const train = (
    texts: readonly LabelledText[],
    epochs: number,
  ): Pick<SignalModelFiles, 'signals' | 'network'> => {
    const examples = examplesOf(extractor, texts, background, seed);
    return {
      signals: trainLinear(OUTPUTS, examples, { seed, epochs, learningRate: 0.35, l2: 1e-3, positiveWeight }),
      network: trainNetwork(OUTPUTS, examples, {
        seed,
        epochs,
        units: UNITS,
        learningRate: 0.1,
        dropout: 0.2,
        positiveWeight,
      }),
    };
  };
  const points = OUTPUTS.map((): Points => ({ strangers: [], known: [], templates: [] }));
  const trials = [
    ...AUTHORS.map((author, at) => ({ author, isHeld: (one: LabelledText) => authorOf(one) === at })),
    IN_PART,
  ];
  for (const { author, isHeld } of trials) {
    const trial = train(
      all.filter((one) => !isHeld(one)),
      TRIAL_EPOCHS,
    );
    const models = { extractor, ...trial, thresholds: EVEN_ODDS };
    for (const one of all.filter(isHeld)) {
      const scores = signalScores(models, tokenize(one.text), one.lang);
      const kind = author !== IN_PART.author ? 'strangers' : authorOf(one) < 0 ? 'templates' : 'known';
      OUTPUTS.forEach((output, at) => {
        if (one.targets[at]! < 0) return;
        points[at]![kind].push({ logit: logit(scores[output]), positive: one.targets[at] === 1 });
      });
    }
    say(`trained without ${author}`);
  }
  const thresholds = {} as Record<Output, number>;
  OUTPUTS.forEach((output, at) => {
    const { strangers, known, templates } = points[at]!;
    const beta = RECALL[output] ?? 1;
    const isTold = strangers.filter(({ positive }) => positive).length >= ENOUGH_VOICES;
    const best = bestThreshold(isTold ? strangers : templates, beta);
    // Half way: the finished model has learnt from these authors too, and is surer of others like them.
    const threshold = isTold
      ? (best.threshold + bestThreshold(known, beta).threshold) / 2 + (RARER[output] ?? 0)
      : Math.max(LOWEST, best.threshold) - (CAUTION[output] ?? 0);
    thresholds[output] = Math.round(threshold * 1000) / 1000;
    say(
      `${isTold ? 'authors  ' : 'templates'} ${output.padEnd(26)} F ${best.score.toFixed(3)} known ${bestThreshold(known, beta).score.toFixed(3)} ${bestThreshold(known, beta).threshold.toFixed(2)} positives ${best.positives}  threshold ${threshold.toFixed(2)}`,
    );
  });
  return { ...train(all, EPOCHS), thresholds };
}

function authorOf(one: LabelledText): number {
  return AUTHORS.findIndex((author) => one.file.startsWith(author));
}

function examplesOf(
  extractor: FeatureExtractor,
  texts: readonly LabelledText[],
  background: readonly LabelledText[],
  seed: number,
): LinearExample[] {
  const random = seededRandom(seed + 5);
  const byLanguage = new Map<string, LabelledText[]>();
  for (const one of background) byLanguage.set(one.lang, [...(byLanguage.get(one.lang) ?? []), one]);
  const sameLanguage = new Map<string, LabelledText[]>();
  for (const one of texts) {
    const list = sameLanguage.get(one.lang);
    if (list === undefined) sameLanguage.set(one.lang, [one]);
    else list.push(one);
  }
  const examples: LinearExample[] = [];
  const add = (one: LabelledText, weight: number): void => {
    const features = extractor.extract(tokenize(one.text), one.lang);
    examples.push({
      index: features.index.slice(0, features.end),
      value: features.value.slice(0, features.end),
      targets: one.targets,
      weight,
    });
  };
  const anyOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (const one of texts) {
    // Many lines of a template say what one line of a caller says.
    const weight = authorOf(one) >= 0 ? 1 : 0.6;
    add(one, weight);
    if (random() < 0.6) add({ ...one, text: spoken(one.text, one.lang, random) }, 0.7 * weight);
    if (one.targets.some((target, at) => target === 1 && OUTPUTS[at]!.startsWith('bot'))) continue;
    const neutral = anyOf(byLanguage.get(one.lang) ?? []);
    if (neutral !== undefined && random() < 0.4) {
      const pair = random() < 0.5 ? joined(one, neutral, random) : joined(neutral, one, random);
      add({ ...pair, text: random() < 0.5 ? spoken(pair.text, one.lang, random) : pair.text }, 0.6);
    }
    const other = anyOf(sameLanguage.get(one.lang) ?? []);
    if (other !== undefined && random() < 0.15) add(joined(one, other, random), 0.4);
  }
  return examples;
}

function logit(score: number): number {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, score));
  return Math.log(kept / (1 - kept));
}

interface Points {
  /** Text of an author left out whole. */
  readonly strangers: Point[];
  /** Text of authors left out in part. */
  readonly known: Point[];
  readonly templates: Point[];
}

interface Point {
  readonly logit: number;
  readonly positive: boolean;
}

/**
 * Where as many are found as there are, so that false alarms and misses weigh the same whatever the share of positives; with β
 * above 1, the best F-β.
 */
function bestThreshold(
  points: readonly Point[],
  beta: number,
): { threshold: number; score: number; positives: number } {
  const positives = points.filter((point) => point.positive).length;
  if (positives === 0) return { threshold: 0, score: 0, positives };
  const sorted = [...points].sort((a, b) => b.logit - a.logit);
  const square = beta * beta;
  let hits = 0;
  const scores = sorted.map(({ positive }, at) => {
    if (positive) hits += 1;
    return ((1 + square) * hits) / (at + 1 + square * positives);
  });
  const best = beta === 1 ? positives - 1 : scores.indexOf(Math.max(...scores));
  const next = sorted[best + 1]?.logit ?? sorted[best]!.logit - 1;
  return { threshold: (sorted[best]!.logit + next) / 2, score: scores[best]!, positives };
}
