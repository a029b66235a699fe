/** A guess: how sure it was (0..1) and whether it was right. */
export interface Guess {
  readonly confidence: number;
  readonly right: boolean;
}

/** Expected calibration error over equal-width bins (Guo et al., 2017): mean gap between confidence and accuracy, 0..1. */
export function calibrationError(guesses: readonly Guess[], bins = 15): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of guesses) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  return sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / guesses.length;
}
