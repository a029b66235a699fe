import type { Affect, Grade } from '../types.js';
import type { SignalScores } from './signal-scores.js';

/** The affect of an utterance from its scores. Sarcasm implies displeasure. */
export function affectOf(scores: SignalScores): Affect {
  const sarcasm = scores.sarcasm >= 0.5;
  const frustration = Math.max(
    grade(scores['frustration-1'], scores['frustration-2']),
    sarcasm ? 1 : 0,
  ) as Grade;
  const negative = Math.max(
    scores.negative,
    sarcasm ? 0.8 : 0,
    frustration === 2 ? 0.9 : frustration === 1 ? 0.65 : 0,
  );
  const polarity = (sarcasm ? 0 : scores.positive) - negative;
  return {
    polarity: Math.round(Math.max(-1, Math.min(1, polarity)) * 100) / 100,
    frustration,
    confusion: grade(scores['confusion-1'], scores['confusion-2']),
    urgency: grade(scores['urgency-1'], scores['urgency-2']),
    sarcasm,
  };
}

function grade(some: number, strong: number): Grade {
  if (strong >= 0.5 && some >= 0.3) return 2;
  return some >= 0.5 || strong >= 0.5 ? 1 : 0;
}

/** The affect of silence. */
export const NO_AFFECT: Affect = { polarity: 0, frustration: 0, confusion: 0, urgency: 0, sarcasm: false };
