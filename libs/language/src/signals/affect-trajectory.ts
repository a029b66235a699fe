import type { Affect, Grade } from '../types.js';

/** Affect over a conversation; plain JSON. */
export interface AffectTrajectory {
  readonly frustrationMax: Grade;
  readonly frustratedTurns: number;
  readonly confusedTurns: number;
  /** Mean polarity of the last three customer turns, 0 before the first. */
  readonly polarityMean: number;
  /** Polarity of those turns, oldest first. */
  readonly lastPolarities: readonly number[];
}

/** Before the first customer turn. */
export const NO_TRAJECTORY: AffectTrajectory = {
  frustrationMax: 0,
  frustratedTurns: 0,
  confusedTurns: 0,
  polarityMean: 0,
  lastPolarities: [],
};

/** Takes the affect of one more customer turn into account. */
export function trackAffect(trajectory: AffectTrajectory, affect: Affect): AffectTrajectory {
  const lastPolarities = [...trajectory.lastPolarities, affect.polarity].slice(-3);
  const mean = lastPolarities.reduce((sum, polarity) => sum + polarity, 0) / lastPolarities.length;
  return {
    frustrationMax: Math.max(trajectory.frustrationMax, affect.frustration) as Grade,
    frustratedTurns: trajectory.frustratedTurns + (affect.frustration > 0 ? 1 : 0),
    confusedTurns: trajectory.confusedTurns + (affect.confusion > 0 ? 1 : 0),
    polarityMean: Math.round(mean * 100) / 100,
    lastPolarities,
  };
}
