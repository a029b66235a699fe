import { Worker } from 'node:worker_threads';

/** About how many rows may be written before they are moved from the write-ahead log into the database. */
const AFTER_ROWS = 1_000;
/** From this many pages on (64 MB) writers wait for the log to be emptied. */
const FULL_AT_PAGES = 16_384;
/** They wait no longer than this, in milliseconds. */
const LONGEST_WAIT_MS = 500;

/** In a string, so that it runs the same from TypeScript and from `dist`. Answers with the pages in the log; PASSIVE blocks nobody. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(workerData, { timeout: 0 });
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  parentPort.on('message', () => {
    let pages = 0;
    try {
      pages = Number(checkpoint.get().log);
    } catch {}
    parentPort.postMessage(pages);
  });
`;

/**
 * Checkpoints of the write-ahead log in a thread of its own: each ends with an fsync, and on the event loop every call in
 * progress would wait for it. The log is begun anew only once a checkpoint has caught up with its writers; where they never pause
 * for that, they are asked to `hold` until a promise resolves.
 */
export class WalCheckpoints {
  readonly #file: string;
  readonly #hold: (until: Promise<void>) => void;
  #rows = 0;
  #busy = false;
  #thread: Worker | undefined;
  #release: (() => void) | undefined;

  constructor(file: string, hold: (until: Promise<void>) => void) {
    this.#file = file;
    this.#hold = hold;
  }

  /** Counts what a commit wrote; asks for a checkpoint when it is time. */
  wrote(rows: number): void {
    this.#rows += rows;
    if (this.#rows < AFTER_ROWS || this.#busy || this.#file === ':memory:') return;
    this.#rows = 0;
    this.#ask();
  }

  async stop(): Promise<void> {
    this.#done();
    await this.#thread?.terminate();
  }

  #ask(): void {
    this.#busy = true;
    this.#thread ??= this.#start();
    this.#thread.postMessage('checkpoint');
  }

  #start(): Worker {
    const thread = new Worker(THREAD, { eval: true, workerData: this.#file });
    thread.unref();
    thread.on('message', (pages: number) => this.#answered(pages));
    // Without the thread SQLite's own checkpoints still empty the log, on the event loop.
    thread.on('error', () => {
      this.#thread = undefined;
      this.#done();
    });
    return thread;
  }

  #answered(pages: number): void {
    const held = this.#release !== undefined;
    this.#done();
    if (held || pages < FULL_AT_PAGES) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, LONGEST_WAIT_MS).unref();
    this.#release = () => {
      clearTimeout(timer);
      resolve();
    };
    this.#hold(promise);
    this.#ask();
  }

  #done(): void {
    this.#busy = false;
    this.#release?.();
    this.#release = undefined;
  }
}
