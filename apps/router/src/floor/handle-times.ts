/** How long agents are with callers of a queue and writing them up, as measured. */
export interface HandleTime {
  /** How many count. */
  readonly count: number;
  readonly meanMs: number;
}

/** Older calls fade: the mean is over about this many. */
export const handleTimesKept = 200;
/** The pack's own figure weighs as much as so many calls. */
const priorWeight = 5;
const longestMs = 4 * 3_600_000;

/** The measured time with one call more. */
export function withCall(known: HandleTime | undefined, handledMs: number): HandleTime {
  const { count, meanMs } = known ?? { count: 0, meanMs: 0 };
  const weight = Math.min(count + 1, handleTimesKept);
  const ms = Math.min(longestMs, Math.max(0, handledMs));
  return { count: weight, meanMs: meanMs + (ms - meanMs) / weight };
}

/** Mean seconds a call of a queue takes: what the pack says, until calls say otherwise. */
export function meanHandleSeconds(measured: HandleTime | undefined, averageHandleSeconds: number): number {
  const { count, meanMs } = measured ?? { count: 0, meanMs: 0 };
  return (priorWeight * averageHandleSeconds + (count * meanMs) / 1000) / (priorWeight + count);
}
