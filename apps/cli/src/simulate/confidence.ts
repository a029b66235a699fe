import { studentQuantile } from './student-quantile.js';

/** A mean over replications and where the true one lies with 95 % confidence. */
export interface Estimate {
  readonly mean: number;
  /** Ends of the interval; null where one replication alone cannot tell. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Of one figure a replication. Null where no replication has the figure: an ASA without an answered call is not 0. */
export function estimate(figures: readonly (number | null)[], confidence = 0.95): Estimate | null {
  const known = figures.filter((figure) => figure !== null);
  if (known.length === 0) return null;
  const mean = known.reduce((sum, figure) => sum + figure, 0) / known.length;
  if (known.length === 1) return { mean, low: null, high: null };
  const variance = known.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (known.length - 1);
  const half =
    studentQuantile(1 - (1 - confidence) / 2, known.length - 1) * Math.sqrt(variance / known.length);
  return { mean, low: mean - half, high: mean + half };
}
