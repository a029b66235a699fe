import { estimate, type Estimate } from './confidence.js';

/** Each figure over the replications, with its interval. */
export type Summary<F> = { readonly [K in keyof F]: Estimate | null };

/** One summary of the figures of many replications; a replication without the group counts for nothing in it. */
export function summarise<F extends object>(replications: readonly (F | undefined)[]): Summary<F> {
  const known = replications.filter((figures) => figures !== undefined);
  const names = Object.keys(known[0] ?? {}) as (keyof F)[];
  return Object.fromEntries(
    names.map((name) => [name, rounded(estimate(known.map((figures) => figures[name] as number | null)))]),
  ) as Summary<F>;
}

/** Groups by name, in the order in which they first appear. */
export function summariseGroups<F extends object>(
  replications: readonly Readonly<Record<string, F>>[],
): Record<string, Summary<F>> {
  const names = new Set(replications.flatMap((groups) => Object.keys(groups)));
  return Object.fromEntries(
    [...names].map((name) => [name, summarise(replications.map((groups) => groups[name]))]),
  );
}

/** To a ten-thousandth: more is noise, and machines differ in the last digits. */
export function rounded(estimated: Estimate | null): Estimate | null {
  if (!estimated) return null;
  const { mean, low, high } = estimated;
  return {
    mean: round(mean),
    low: low === null ? null : round(low),
    high: high === null ? null : round(high),
  };
}

export function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 || 0;
}
