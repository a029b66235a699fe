import type { Affect, SentimentScored } from '@baton/contracts';
import { NO_TRAJECTORY, trackAffect, type AffectTrajectory, type Analysis } from '@baton/language';

/** How a conversation feels so far. */
export interface SentimentState {
  readonly language: string;
  readonly trajectory: AffectTrajectory;
  /** The newest turns scored, at most `keptTurns`. */
  readonly scored: readonly SentimentScored[];
  readonly lastTurn: number;
}

/** What GetTrajectory can answer. */
export const keptTurns = 100;

export function noSentiment(language: string): SentimentState {
  return { language, trajectory: NO_TRAJECTORY, scored: [], lastTurn: -1 };
}

/** Takes the affect of one customer turn in; undefined where the turn was scored before. */
export function score(
  state: SentimentState,
  turnIndex: number,
  { affect }: Pick<Analysis, 'affect'>,
): { state: SentimentState; event: SentimentScored } | undefined {
  if (turnIndex <= state.lastTurn) return undefined;
  const trajectory = trackAffect(state.trajectory, affect);
  const event: SentimentScored = {
    turnIndex,
    affect: { ...affect } satisfies Affect,
    trajectory: trajectoryOf(trajectory),
  };
  return {
    state: { ...state, trajectory, lastTurn: turnIndex, scored: [...state.scored, event].slice(-keptTurns) },
    event,
  };
}

function trajectoryOf({ frustrationMax, frustratedTurns, confusedTurns, polarityMean }: AffectTrajectory) {
  return { frustrationMax, frustratedTurns, confusedTurns, polarityMean };
}
