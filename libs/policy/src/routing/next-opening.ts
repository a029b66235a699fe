import { isOpen, minuteOf, zoneOffset } from './opening-hours.js';
import type { WeeklyHours } from './routing-policy.js';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 9;
const remembered = new Map<string, number>();
const mostRemembered = 1_000;

/**
 * When these hours next open or close after `now` (both milliseconds since the epoch): the first moment `isOpen` changes. A day later
 * where nothing changes within nine days, for whoever asks then to ask again. Throws what `isOpen` throws.
 */
export function nextChange(hours: WeeklyHours, now: number): number {
  const minute = Math.floor(now / 60_000);
  const key = `${minute}\n${JSON.stringify(hours)}`;
  const known = remembered.get(key);
  // Ten thousand agents share a few shifts.
  if (known !== undefined && known > now) return known;
  const found = find(hours, now);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, found);
  return found;
}

function find(hours: WeeklyHours, now: number): number {
  const open = isOpen(hours, now);
  const midnight = Math.floor((now + zoneOffset(hours.timezone, now)) / DAY_MS) * DAY_MS;
  const times = new Set(hours.open.flatMap(({ from, to }) => [minuteOf(from), minuteOf(to)]));
  const local = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => day - 1).flatMap((day) =>
    [...times].map((minute) => midnight + day * DAY_MS + minute * 60_000),
  );
  const moments = local
    .map((wall) => momentOf(hours.timezone, wall))
    .filter((at) => at > now)
    .sort((a, b) => a - b);
  return moments.find((at) => isOpen(hours, at) !== open) ?? now + DAY_MS;
}

/** When a clock in the zone shows this wall time; in the hour a clock change leaves out, the moment after it. */
function momentOf(timezone: string, wall: number): number {
  const guess = wall - zoneOffset(timezone, wall);
  return wall - zoneOffset(timezone, guess);
}
