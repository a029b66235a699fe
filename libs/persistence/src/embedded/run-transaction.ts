import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteFailure, TransactionOutcome, WriteReport, WriteRequest } from './write-request.js';

/** Prepared statements by their text. */
export type Statements = Map<string, StatementSync>;

const SQLITE_CONSTRAINT = 19;

/**
 * Runs writes in one transaction. A constraint refuses its row alone; whatever else SQLite reports (disk full, I/O error, locked)
 * fails all of them, and nothing is stored then. This file imports nothing at run time: a thread loads it as it is.
 */
export function runTransaction(
  db: DatabaseSync,
  statements: Statements,
  writes: readonly WriteRequest[],
): TransactionOutcome {
  try {
    db.exec('BEGIN IMMEDIATE');
    const reports = writes.map((write) => run(db, statements, write));
    db.exec('COMMIT');
    return { reports };
  } catch (thrown) {
    rollBack(db);
    return { failed: failureOf(thrown) };
  }
}

function run(db: DatabaseSync, statements: Statements, { sql, rows }: WriteRequest): WriteReport {
  let statement = statements.get(sql);
  if (statement === undefined) statements.set(sql, (statement = db.prepare(sql)));
  let written = 0;
  for (const values of rows) {
    try {
      if (statement.run(...values).changes === 0) break;
    } catch (thrown) {
      const { errcode, errstr = 'constraint' } = failureOf(thrown);
      if (errcode === undefined || (errcode & 0xff) !== SQLITE_CONSTRAINT) throw thrown;
      return { written, constraint: errstr };
    }
    written += 1;
  }
  return { written };
}

function rollBack(db: DatabaseSync): void {
  try {
    // SQLite has already rolled back by itself after some errors (disk full among them).
    if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
  } catch {
    // The transaction is gone either way: without a COMMIT nothing of it is kept.
  }
}

function failureOf(thrown: unknown): SqliteFailure {
  const { message, errcode, errstr } = thrown as Error & { errcode?: unknown; errstr?: unknown };
  return {
    message: String(message),
    ...(typeof errcode === 'number' ? { errcode } : {}),
    ...(typeof errstr === 'string' ? { errstr } : {}),
  };
}
