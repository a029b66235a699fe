import type { Estimate } from './confidence.js';
import type { PolicyName } from './policies.js';

/** What people call the policies. */
export const POLICY_TITLES: Readonly<Record<PolicyName, string>> = {
  pack: 'this pack',
  fifo: 'first in, first out',
  'longest-idle': 'longest idle agent',
};

/** `83 %`, or a dash where nothing is known. */
export function percent(estimated: Estimate | null | undefined): string {
  return estimated ? `${(estimated.mean * 100).toFixed(1)} %` : '–';
}

/** `42 s`, from two minutes on `2:05 min`. */
export function duration(estimated: Estimate | null | undefined): string {
  return estimated ? seconds(estimated.mean) : '–';
}

export function seconds(value: number): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === 0) return '0 s';
  if (size < 119.5) return `${sign}${size < 9.95 ? size.toFixed(1) : Math.round(size)} s`;
  const whole = Math.round(size);
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}

/** A mean count of calls. */
export function count(estimated: Estimate | null | undefined): string {
  return estimated ? estimated.mean.toFixed(estimated.mean < 10 && estimated.mean % 1 !== 0 ? 1 : 0) : '–';
}

/** `± 2 s`: half the interval, in the words of the figure; empty where one replication cannot tell. */
export function margin(estimated: Estimate | null, words: (half: Estimate) => string): string {
  if (!estimated || estimated.low === null || estimated.high === null) return '';
  return `± ${words({ mean: (estimated.high - estimated.low) / 2, low: null, high: null })}`;
}
