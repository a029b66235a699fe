import { cardLength } from './cards.js';
import type { DigitRun, Scan } from './scan.js';

/** How the digits of a turn go on from earlier ones. */
export interface Fit {
  /** Index after the last part of the turn that belongs to the number. */
  readonly end: number;
  readonly length: number;
  readonly isWhole: boolean;
}

/** What earlier parts and a run make together; an earlier part may have been another number, so the later ones are tried alone too. */
export function bestFit(scan: Scan, run: DigitRun, earlier: readonly string[]): Fit | undefined {
  let best: Fit | undefined;
  for (let first = 0; first < earlier.length; first += 1) {
    const fit = fitOf(scan, run, earlier.slice(first).join(''));
    if (fit?.isWhole === true) return fit;
    best ??= fit;
  }
  return best;
}

function fitOf(scan: Scan, run: DigitRun, earlier: string): Fit | undefined {
  const expected = cardLength(earlier);
  let { length } = earlier;
  let end = run.first;
  while (end < run.end && length < expected) {
    length += scan.parts[end]!.digits.length;
    end += 1;
  }
  return end === run.first || length > expected ? undefined : { end, length, isWhole: length === expected };
}
