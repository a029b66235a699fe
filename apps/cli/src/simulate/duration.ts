import type { DurationSource, PatienceSource } from '@baton/packs';
import { normalQuantile } from './normal-quantile.js';

/** Seconds that are not exceeded with this probability; a uniform number in, a duration out. */
export type Quantile = (probability: number) => number;

/**
 * The inverse of the distribution function: one uniform number makes one duration, so that the same caller is as patient, and as long to
 * serve, under every policy.
 */
export function quantileOf(source: DurationSource): Quantile {
  switch (source.distribution) {
    case 'constant':
      return () => source.seconds;
    case 'exponential':
      return (probability) => -source.mean * Math.log1p(-probability);
    case 'lognormal': {
      const variance = Math.log1p((source.deviation / source.mean) ** 2);
      const middle = Math.log(source.mean) - variance / 2;
      const spread = Math.sqrt(variance);
      return (probability) => Math.exp(middle + spread * normalQuantile(probability));
    }
    case 'empirical': {
      const sorted = Float64Array.from(source.values).sort();
      return (probability) => sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))]!;
    }
  }
}

/** How long a caller waits at most, seconds; infinite where nobody hangs up. */
export function patienceOf(source: PatienceSource): Quantile {
  return source === 'unlimited' ? () => Number.POSITIVE_INFINITY : quantileOf(source);
}
