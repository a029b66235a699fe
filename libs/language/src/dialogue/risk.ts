import type { AffectTrajectory } from '../signals/affect-trajectory.js';
import type { Analysis } from '../types.js';
import type { DialogueState } from './dialogue-state.js';

/**
 * How much speaks for a person taking over, 0..1: independent weak signals combine as 1 − Π(1 − weight). A general
 * estimate; what is done about it is the pack's policy.
 */
export function riskOf(state: DialogueState, trajectory: AffectTrajectory, analysis: Analysis): number {
  const { affect, humanRequest, topics } = analysis;
  const weights = [
    humanRequest.value ? 0.95 : 0.3 * humanRequest.score,
    topics.length > 0 ? 0.8 : 0,
    0.18 * Math.min(4, state.count),
    0.2 * Math.max(0, Math.min(3, state.consecutive - 1)),
    0.22 * affect.frustration,
    0.08 * Math.min(3, trajectory.frustratedTurns),
    0.12 * affect.confusion,
    0.15 * affect.urgency,
    trajectory.polarityMean < -0.3 ? 0.1 : 0,
  ];
  return Math.round((1 - weights.reduce((left, weight) => left * (1 - Math.min(1, weight)), 1)) * 100) / 100;
}
