import type { DatabaseSync } from 'node:sqlite';
import { storeUnavailable } from '../store-errors.js';
import { isSqliteError } from './sqlite-errors.js';

/** One write and the promise of it. */
class Write {
  readonly rows: number;
  readonly #work: () => unknown;
  readonly #resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  #result: unknown;
  #refused = false;

  constructor(
    work: () => unknown,
    rows: number,
    resolve: (result: unknown) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#work = work;
    this.rows = rows;
    this.#resolve = resolve;
    this.reject = reject;
  }

  /** Throws SQLite's errors, which end the transaction; others are this write's own. */
  run(): void {
    try {
      this.#result = this.#work();
    } catch (error) {
      if (isSqliteError(error)) throw error;
      this.#result = error;
      this.#refused = true;
    }
  }

  settle(): void {
    if (this.#refused) this.reject(this.#result);
    else this.#resolve(this.#result);
  }
}

/** Writes of one transaction; above this the event loop would stand still for longer than a few milliseconds. */
const MAX_WRITES_PER_TRANSACTION = 512;

/**
 * Collects the writes issued in one turn of the event loop and runs them in one transaction; each promise settles after
 * COMMIT. The whole transaction runs inside one callback, so no read of this connection ever sees an uncommitted write.
 * Where SQLite fails the transaction (disk full, I/O error, locked), all its writes reject with `store-unavailable`, nothing
 * of them is stored, and the next transaction starts afresh.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #onRows: (rows: number) => void;
  #queue: Write[] = [];
  #scheduled = false;
  #held = false;
  #failure: Error | undefined;

  /** `onRows` is told of every commit, with how many rows it wrote at most. */
  constructor(db: DatabaseSync, onRows: (rows: number) => void = () => undefined) {
    this.#db = db;
    this.#onRows = onRows;
  }

  /** Why the last transaction failed; undefined where it did not. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /**
   * Queues one write. `work` runs later, synchronously, inside the transaction; what it throws beside SQLite's own errors
   * rejects this write alone, so it must throw before its first statement or not at all. It writes `rows` rows at most.
   */
  submit<R>(work: () => R, rows = 1): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.#queue.push(new Write(work, rows, resolve as (result: unknown) => void, reject));
      this.#schedule();
    });
  }

  /** Runs everything still queued. */
  flush(): void {
    while (this.#queue.length > 0) this.#runTransaction();
  }

  /** Keeps writes queued until the promise resolves. */
  hold(until: Promise<void>): void {
    this.#held = true;
    void until.then(() => {
      this.#held = false;
      if (this.#queue.length > 0) this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#held) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#held) return;
      this.#runTransaction();
      if (this.#queue.length > 0) this.#schedule();
    });
  }

  #runTransaction(): void {
    const writes = this.#queue.splice(0, MAX_WRITES_PER_TRANSACTION);
    if (writes.length === 0) return;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const write of writes) write.run();
      this.#db.exec('COMMIT');
      this.#failure = undefined;
    } catch (error) {
      this.#rollback();
      this.#failure = storeUnavailable('The embedded store could not commit.', error);
      for (const write of writes) write.reject(this.#failure);
      return;
    }
    this.#onRows(writes.reduce((sum, { rows }) => sum + rows, 0));
    for (const write of writes) write.settle();
  }

  #rollback(): void {
    try {
      // SQLite has already rolled back by itself after some errors (disk full among them).
      if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec('ROLLBACK');
    } catch {
      // The transaction is gone either way: without a COMMIT nothing of it is kept.
    }
  }
}
