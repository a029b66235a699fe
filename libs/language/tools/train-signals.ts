import type { FeatureExtractor } from '../src/features/extract.js';
import type { LinearModel } from '../src/linear/linear-model.js';
import { scoreLinear } from '../src/linear/linear-model.js';
import { seededRandom } from '../src/linear/random.js';
import type { LinearExample } from '../src/linear/train-linear.js';
import { trainLinear } from '../src/linear/train-linear.js';
import type { Output, SignalThresholds } from '../src/signals/outputs.js';
import { OUTPUTS } from '../src/signals/outputs.js';
import { tokenize } from '../src/text/tokens.js';
import { joined, spoken } from './augment.js';
import type { LabelledText } from './corpus.js';

// F1 that may be given up for recall.
const TOLERANCE = 0.004;

const EPOCHS = 6;
// Enough to place the thresholds.
const TRIAL_EPOCHS = 4;

// With so many texts of other authors held out (each in a few variants), these have a say in a threshold.
const ENOUGH_VOICES = 60;

// A threshold far from even odds is an accident of few positives.
const LOWEST = -1.6;
const LOWEST_TOLD = -2.4;

// Text of other authors scores lower than held-out text of ours; where a miss harms the caller, the margin is wider.
const CAUTION: Partial<Record<Output, number>> = {
  callback: 0.3,
  'bot-no-match': 1.2,
  'self-harm-risk': 1.7,
  minor: 0.2,
  correction: 0.5,
  'confusion-1': 0.3,
  'frustration-1': 0.2,
  'frustration-2': 0.3,
  'urgency-1': 0.2,
  'urgency-2': 0.5,
  'regulator-complaint': 0.2,
  'healthcare-authorization': 0.2,
};

// Where a false alarm costs the caller as much as a miss: a person who was not asked for, thanks taken for mockery.
const RESTRAINT: Partial<Record<Output, number>> = {
  human: 0.4,
  sarcasm: 0.5,
};

/** Trains the signal model, and chooses each threshold on a held-out fifth of the templates. */
export function trainSignals(
  extractor: FeatureExtractor,
  corpus: readonly LabelledText[],
  background: readonly LabelledText[],
  seed: number,
  say: (text: string) => void,
): { model: LinearModel; thresholds: SignalThresholds } {
  const all = [...corpus, ...background];
  const isVoice = (one: LabelledText): boolean => one.file.startsWith('voices-');
  const isHeld = (one: LabelledText): boolean =>
    (Math.imul(one.group, 2654435761) >>> 8) % 5 < (isVoice(one) ? 2 : 1);
  const positiveWeight = OUTPUTS.map((_, at) => {
    const positives = corpus.filter((one) => one.targets[at] === 1).length;
    return Math.max(1, Math.min(4, Math.sqrt(corpus.length / (8 * Math.max(1, positives)))));
  });
  const train = (texts: readonly LabelledText[], epochs: number): LinearModel =>
    trainLinear(OUTPUTS, examplesOf(extractor, texts, background, seed), {
      seed,
      epochs,
      learningRate: 0.35,
      l2: 1e-3,
      positiveWeight,
    });
  const partial = train(
    all.filter((one) => !isHeld(one)),
    TRIAL_EPOCHS,
  );
  say('trained without the held-out fifth');
  const held = all.filter(isHeld);
  const logits = held.map((one) => {
    const into = new Float32Array(OUTPUTS.length);
    scoreLinear(partial, extractor.extract(tokenize(one.text), one.lang), into);
    return into;
  });
  const thresholds = {} as Record<Output, number>;
  OUTPUTS.forEach((output, at) => {
    const points = held.flatMap((one, index) =>
      one.targets[at]! < 0
        ? []
        : [{ logit: logits[index]![at]!, positive: one.targets[at] === 1, isVoice: isVoice(one) }],
    );
    const voices = points.filter((point) => point.isVoice);
    const told = voices.filter(({ positive }) => positive).length >= ENOUGH_VOICES;
    const best = bestThreshold(points);
    const placed = Math.max(LOWEST, best.threshold);
    // Half way: the finished model has learnt from these voices too, and scores others like them higher.
    const threshold = told
      ? (placed + Math.max(LOWEST_TOLD, bestThreshold(voices).threshold)) / 2 + (RESTRAINT[output] ?? 0)
      : placed - (CAUTION[output] ?? 0);
    thresholds[output] = Math.round(threshold * 1000) / 1000;
    say(
      `${told ? 'voices  ' : 'held out'}  ${output.padEnd(26)} F1 ${best.f1.toFixed(3)}  positives ${best.positives}  threshold ${threshold.toFixed(2)}`,
    );
  });
  return { model: train(all, EPOCHS), thresholds };
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
    add(one, 1);
    if (random() < 0.6) add({ ...one, text: spoken(one.text, one.lang, random) }, 0.7);
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

/** The lowest threshold that costs next to nothing: text of other authors scores lower than held-out text of ours. */
function bestThreshold(points: readonly { logit: number; positive: boolean }[]): {
  threshold: number;
  f1: number;
  positives: number;
} {
  const positives = points.filter((point) => point.positive).length;
  const sorted = [...points].sort((a, b) => b.logit - a.logit);
  const f1: number[] = [];
  let truePositives = 0;
  for (const [at, point] of sorted.entries()) {
    if (point.positive) truePositives += 1;
    f1.push((2 * truePositives) / (at + 1 + positives));
  }
  const best = f1.reduce((highest, value) => Math.max(highest, value), 0);
  const last = f1.findLastIndex((value) => value > 0 && value >= best - TOLERANCE);
  const threshold =
    last < 0 ? 0 : (sorted[last]!.logit + (sorted[last + 1]?.logit ?? sorted[last]!.logit - 1)) / 2;
  return { threshold: Math.min(-0.3, threshold), f1: best, positives };
}
