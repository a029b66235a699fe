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
  parentPort.on('message', () => {
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // Busy or full: the next request tries again, and SQLite's own automatic checkpoint is the net below.
    }
  });
`;

/** Starts the thread on first use. A database in memory has nothing to move. */
export function startCheckpointer(file: string): Checkpointer {
  let worker: Worker | undefined;
  const start = (): Worker => {
    const started = new Worker(SOURCE, { eval: true, workerData: { file } });
    started.unref();
    started.on('error', () => {
      worker = undefined;
    });
    return started;
  };
  return {
    checkpoint: () => {
      if (file === ':memory:') return;
      worker ??= start();
      worker.postMessage('checkpoint');
    },
    stop: async () => {
      await worker?.terminate();
    },
  };
}
