/** What a suite is given. */
export interface EvalInput {
  /** Folder to train and tune on. */
  readonly data: string;
  /** Folder with the official test split; without it a seeded part of `data` is held out. */
  readonly test: string | undefined;
  /** Progress, for people. */
  readonly say: (line: string) => void;
}

/** How what was measured on came to be. */
export interface Split {
  /** `official`: the files of `--test`; `held-out`: a seeded part of `--data`; `cross-validated`: every part of `--data` in turn. */
  readonly kind: 'official' | 'held-out' | 'cross-validated';
  readonly train: number;
  readonly test: number;
  /** What one example is: `utterances`, `dialogues`, `turns`. */
  readonly unit: string;
}

/** A figure that is to be reached. */
export interface Bar {
  readonly key: string;
  readonly atLeast: number;
  readonly reached: number;
}

/** What a suite found. Shares and scores are 0..1. */
export interface EvalResult {
  readonly split: Split;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly bars: readonly Bar[];
}

/** A public data set, and how Baton is measured on it. */
export interface Suite {
  readonly name: string;
  readonly measures: string;
  readonly run: (input: EvalInput) => EvalResult;
}

/** The seed of every split and training: the same data gives the same figures. */
export const EVAL_SEED = 20_260_101;
