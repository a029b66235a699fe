import type { Period } from './roster.js';
import type { Happened } from './simulated-centre.js';

/** Share of the time agents were signed in, without breaks, that they spent with callers or writing up. Null where nobody was. */
export function occupancyOf(
  { engagements, signedIn, period }: Happened,
  measuredFrom: number,
): number | null {
  const measured = { start: measuredFrom, end: period.end };
  const total = (stretches: readonly Period[]): number =>
    stretches.reduce((sum, stretch) => sum + overlap(stretch, measured), 0);
  const there = total(signedIn);
  return there === 0 ? null : total(engagements.map(({ from, to }) => ({ start: from, end: to }))) / there;
}

function overlap(a: Period, b: Period): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
