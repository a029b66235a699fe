/** Percentiles of a set of values, by the nearest rank. */
export function percentiles(values: readonly number[]): {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
} {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: round(sorted.at(-1) ?? Number.NaN) };
}

export function round(value: number): number {
  return Number(value.toFixed(value < 10 ? 3 : 1));
}
