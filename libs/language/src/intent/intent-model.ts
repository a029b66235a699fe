/** Example phrases of an intent per language. */
export interface IntentExamples {
  readonly name: string;
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** A trained intent classifier. Plain data: it may be posted between threads. */
export interface IntentModel {
  readonly names: readonly string[];
  /** Bucket → row of `weights`, −1 where the bucket was never seen. */
  readonly rows: Int32Array;
  /** Inverse document frequency per row. */
  readonly idf: Float32Array;
  /** `rows × names`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  /** Logistic calibration of (best score, margin to the second): P(the best is right). */
  readonly calibration: readonly [bias: number, score: number, margin: number];
  /** Best scores below this are out of scope. */
  readonly threshold: number;
}
