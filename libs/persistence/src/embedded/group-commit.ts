import { storeUnavailable } from '../store-errors.js';
import type { TransactionRunner } from './transaction-runner.js';
import type { SqliteFailure, TransactionOutcome, WriteReport, WriteRequest } from './write-request.js';

/** One write and the promise of it. */
interface Write {
  readonly request: WriteRequest;
  readonly resolve: (report: WriteReport) => void;
  readonly reject: (reason: unknown) => void;
}

/** Writes of one transaction; above this a transaction would stand in the way of others for longer than a few milliseconds. */
const MAX_WRITES_PER_TRANSACTION = 512;

/**
 * Collects the writes issued in one turn of the event loop, and while the transaction before is under way, and runs them in one
 * transaction; each promise settles after COMMIT. Where SQLite fails the transaction (disk full, I/O error, locked), all its writes reject with `store-unavailable`,
 * nothing of them is stored, and the next transaction starts afresh.
 */
export class GroupCommit {
  readonly #runner: TransactionRunner;
  readonly #onRows: (rows: number) => void;
  #queue: Write[] = [];
  #scheduled = false;
  #held = false;
  #running = false;
  #idle: (() => void)[] = [];
  #failure: Error | undefined;

  /** `onRows` is told of every commit, with how many rows it wrote. */
  constructor(runner: TransactionRunner, onRows: (rows: number) => void = () => undefined) {
    this.#runner = runner;
    this.#onRows = onRows;
  }

  /** Why the last transaction failed; undefined where it did not. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Queues one write, which is its own: what refuses it refuses no other. Its values must not change any more. */
  submit(request: WriteRequest): Promise<WriteReport> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, resolve, reject });
      this.#schedule();
    });
  }

  /** Runs everything still queued, held or not; resolves when it is done. */
  async flush(): Promise<void> {
    this.#held = false;
    while (!this.#running && this.#queue.length > 0) this.#next();
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve));
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
    if (this.#scheduled || this.#held || this.#running) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (!this.#held) this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    const writes = this.#queue.splice(0, MAX_WRITES_PER_TRANSACTION);
    if (writes.length === 0) {
      for (const idle of this.#idle.splice(0)) idle();
      return;
    }
    this.#running = true;
    this.#runner.run(
      writes.map(({ request }) => request),
      (outcome) => this.#settle(writes, outcome),
    );
  }

  #settle(writes: readonly Write[], outcome: TransactionOutcome): void {
    this.#running = false;
    if ('failed' in outcome) {
      this.#failure = storeUnavailable('The embedded store could not commit.', causeOf(outcome.failed));
      for (const { reject } of writes) reject(this.#failure);
    } else {
      this.#failure = undefined;
      this.#onRows(outcome.reports.reduce((sum, { written }) => sum + written, 0));
      outcome.reports.forEach((report, at) => writes[at]?.resolve(report));
    }
    if (this.#idle.length > 0) this.#next();
    else if (this.#queue.length > 0) this.#schedule();
  }
}

function causeOf({ message, ...codes }: SqliteFailure): Error {
  return Object.assign(new Error(message), codes);
}
