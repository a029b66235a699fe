const SQLITE_CONSTRAINT = 19;

interface SqliteError {
  /** SQLite's extended result code. */
  readonly errcode: number;
}

/** Whether SQLite refused one statement for a constraint; the transaction around it goes on. */
export function isConstraintError(thrown: unknown): boolean {
  return isSqliteError(thrown) && (thrown.errcode & 0xff) === SQLITE_CONSTRAINT;
}

/** Whether SQLite itself reported the error (disk full, I/O, locked, corrupt), as opposed to our code. */
export function isSqliteError(thrown: unknown): thrown is SqliteError {
  return (
    typeof thrown === 'object' && thrown !== null && 'errcode' in thrown && typeof thrown.errcode === 'number'
  );
}
