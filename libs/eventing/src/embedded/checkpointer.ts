import { Worker } from 'node:worker_threads';

/** Moves what was committed from the write-ahead log into the database, beside the thread that publishes. */
export interface Checkpointer {
  /** Asks for a checkpoint; returns at once. */
  checkpoint(): void;
  stop(): Promise<void>;
}

/**
 * A checkpoint ends with an fsync, tens of milliseconds on a busy disk: on the event loop every call in progress would feel it.
 * PASSIVE never blocks a writer. The source is a string so that it runs the same from TypeScript, from `dist` and bundled.
 */
const SOURCE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(workerData.file);
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 0');
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  parentPort.on('message', () => {
    try {
      parentPort.postMessage(Number(checkpoint.get().log));
    } catch {
      parentPort.postMessage(0);
    }
  });
`;

/** From this many pages (32 MB) on, writers are held back for a moment. */
const HOLD_AT_PAGES = 8_192;
/** Longest they are, in milliseconds. */
const HOLD_MS = 1_000;

/**
 * Starts the thread on first use; a database in memory has nothing to move. SQLite starts its write-ahead log again only when
 * a checkpoint caught up with the writers, which under steady load never happens by itself: when the log has grown long, `hold` is
 * called with a promise to wait for before the next write, and a second, short checkpoint catches up.
 */
export function startCheckpointer(file: string, hold: (until: Promise<void>) => void): Checkpointer {
  let worker: Worker | undefined;
  let running = false;
  let letGo: (() => void) | undefined;
  const over = () => {
    running = false;
    letGo?.();
    letGo = undefined;
  };
  const onDone = (pages: number) => {
    if (letGo !== undefined || pages < HOLD_AT_PAGES) return over();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(over, HOLD_MS).unref();
    letGo = () => {
      clearTimeout(timer);
      resolve();
    };
    hold(promise);
    worker?.postMessage('checkpoint');
  };
  const start = (): Worker => {
    const started = new Worker(SOURCE, { eval: true, workerData: { file } });
    started.unref();
    started.on('message', onDone);
    started.on('error', () => {
      worker = undefined;
      over();
    });
    return started;
  };
  return {
    checkpoint: () => {
      if (file === ':memory:' || running) return;
      running = true;
      worker ??= start();
      worker.postMessage('checkpoint');
    },
    stop: async () => {
      over();
      await worker?.terminate();
    },
  };
}
