/** Sparse features of one example: rows of a model, and a value for each. */
export interface SparseRow {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}
