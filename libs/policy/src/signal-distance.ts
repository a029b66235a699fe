import { SIGNALS, type SignalValue } from './signals.js';

/** Scale of a number without an upper bound. */
const COUNT_SCALE = 10;

/** How far two values of a signal (by its catalogue index) are apart: 0..1 of its scale, 1 for a flag or a word. */
export function distanceOf(index: number, from: SignalValue, to: SignalValue): number {
  if (typeof from !== 'number' || typeof to !== 'number') return 1;
  const { min = 0, max = min + COUNT_SCALE } = SIGNALS[index]!;
  return Math.min(1, Math.round((Math.abs(to - from) / (max - min)) * 1e6) / 1e6);
}
