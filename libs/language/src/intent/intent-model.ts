import type { HiddenModel } from '../linear/train-hidden.js';
import type { SoftmaxModel } from '../linear/train-softmax.js';
import type { GramTable } from './gram-table.js';

/** Example phrases of an intent per language. */
export interface IntentExamples {
  readonly name: string;
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** The features training saw, and how rare each is. */
export interface IntentVocabulary {
  readonly table: GramTable;
  /** Inverse document frequency per row. */
  readonly idf: Float32Array;
  /** The same for what training never saw. */
  readonly unseenIdf: number;
}

/** A trained intent classifier. Plain data: it may be posted between threads. */
export interface IntentModel {
  readonly names: readonly string[];
  readonly vocabulary: IntentVocabulary;
  /**
   * Classifiers whose log-probabilities are averaged: one linear, and for large sets networks with a hidden layer. Their classes are
   * the names and, last, "none of them".
   */
  readonly linear: SoftmaxModel;
  readonly networks: readonly HiddenModel[];
  /** Logistic calibration of (best score, margin to the second): P(the best is right). */
  readonly calibration: readonly [bias: number, score: number, margin: number];
  /** Best scores (mean log-probabilities, at most 0) below this are out of scope. */
  readonly threshold: number;
}
