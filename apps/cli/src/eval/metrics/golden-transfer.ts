/** How golden transfer within tolerance is measured. */
export interface TransferTolerance {
  /** Turns of tolerance T, at least 1: GT-I is 1, GT-II 2, GT-III 3. */
  readonly tolerance: number;
  /** λ in (−1, 1): above 0 punishes late transfers more than early ones. */
  readonly lateness: number;
}

/**
 * Golden transfer within tolerance (GT-T) of one dialogue (Liu et al., AAAI 2021): for each predicted turn, how near the nearest
 * turn is that should have been transferred; their mean. 1 where nothing was to be found and nothing was; 0 where only one side is empty.
 *
 * It averages over predictions only, so missed turns cost nothing once one prediction is right, and dialogues without a turn to
 * transfer reward silence: report it over dialogues that have one, beside false transfers and misses.
 */
export function goldenTransfer(
  wanted: readonly boolean[],
  predicted: readonly boolean[],
  { tolerance, lateness }: TransferTolerance,
): number {
  const gold = positions(wanted);
  const guesses = positions(predicted);
  if (gold.length === 0 || guesses.length === 0) return gold.length === guesses.length ? 1 : 0;
  const spread = 2 * (tolerance + 1e-7) ** 2;
  let sum = 0;
  for (const guess of guesses) {
    let best = 0;
    for (const turn of gold) {
      const late = guess - turn;
      best = Math.max(best, Math.exp((-1 / (1 - lateness * Math.sign(late))) * (late ** 2 / spread)));
    }
    sum += best;
  }
  return sum / guesses.length;
}

function positions(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, at) => (flag ? [at] : []));
}
