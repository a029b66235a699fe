import { isOpen, type OpeningHours } from '@baton/policy';

const soonMs = 15 * 60_000;
const stepMs = 15 * 60_000;
const searchMs = 14 * 24 * 3_600_000;

/**
 * When to ring: in a quarter of an hour, or as soon as the pack says, or when the queue next opens after it. A queue closed for two
 * weeks is not waited for.
 */
export function callbackDueAt(hours: OpeningHours, now: number, afterMinutes?: number): number {
  const soonest = now + (afterMinutes === undefined ? soonMs : afterMinutes * 60_000);
  if (isOpen(hours, soonest)) return soonest;
  // Opening times are whole quarters of an hour in every time zone there is.
  const quarter = Math.ceil(soonest / stepMs) * stepMs;
  for (let at = quarter; at <= soonest + searchMs; at += stepMs) if (isOpen(hours, at)) return at;
  return soonest;
}
