/** How often the bot failed the caller, by kind (docs: labels of misunderstanding). */
export interface FailureCounts {
  readonly count: number;
  readonly consecutive: number;
  readonly noInputs: number;
  readonly lowAsr: number;
  readonly repeats: number;
  readonly corrections: number;
}

export const noFailures: FailureCounts = {
  count: 0,
  consecutive: 0,
  noInputs: 0,
  lowAsr: 0,
  repeats: 0,
  corrections: 0,
};

/** Counts one customer turn; an empty kind means the turn was understood. */
export function countFailure(counts: FailureCounts, kind: string): FailureCounts {
  if (kind === '') return { ...counts, consecutive: 0 };
  return {
    count: counts.count + 1,
    consecutive: counts.consecutive + 1,
    noInputs: counts.noInputs + (kind === 'no-input' ? 1 : 0),
    lowAsr: counts.lowAsr + (kind === 'low-asr' ? 1 : 0),
    repeats: counts.repeats + (kind === 'repeat' ? 1 : 0),
    corrections: counts.corrections + (kind === 'correction' ? 1 : 0),
  };
}
