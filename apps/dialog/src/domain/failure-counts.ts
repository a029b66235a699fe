import type { DialogueState } from '@baton/language';

/** How often the bot failed the caller so far, as the policy's signals count it. */
export interface FailureCounts {
  readonly count: number;
  readonly consecutive: number;
  readonly noInputs: number;
  readonly lowAsr: number;
  readonly repeats: number;
  readonly corrections: number;
}

/** The counts of a conversation. */
export function failuresOf({ count, consecutive, byKind }: DialogueState): FailureCounts {
  return {
    count,
    consecutive,
    noInputs: byKind['no-input'],
    lowAsr: byKind['low-asr'],
    repeats: byKind.repeat,
    corrections: byKind.correction,
  };
}
