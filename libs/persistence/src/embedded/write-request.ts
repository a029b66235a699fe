import type { SQLInputValue } from 'node:sqlite';

/** One write as data, so that any thread can run it: a statement for each row in order, up to the first that changes nothing. */
export interface WriteRequest {
  readonly sql: string;
  /** The bound values of each run of the statement. */
  readonly rows: readonly (readonly SQLInputValue[])[];
}

/** What one write came to. */
export interface WriteReport {
  /** How many rows were written before one changed nothing, or broke a constraint. */
  readonly written: number;
  /** What SQLite says of the constraint that refused the next row, where one did. */
  readonly constraint?: string;
}

/** What SQLite said of a transaction that failed as a whole, as plain values that cross threads. */
export interface SqliteFailure {
  readonly message: string;
  /** SQLite's extended result code. */
  readonly errcode?: number;
  readonly errstr?: string;
}

/** What a transaction of several writes came to: a report for each, or why nothing of it is stored. */
export type TransactionOutcome =
  { readonly reports: readonly WriteReport[] } | { readonly failed: SqliteFailure };
