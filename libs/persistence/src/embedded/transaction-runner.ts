import { availableParallelism } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { runTransaction, type Statements } from './run-transaction.js';
import type { TransactionOutcome, WriteRequest } from './write-request.js';
import type { WriteAnswer, WriteQuestion, WriteThreadData } from './write-thread.js';

/** Runs transactions one after the other, in the order they are given; after `close` they all fail. */
export interface TransactionRunner {
  /** Calls `done` once the transaction is committed, or failed as a whole. */
  run(writes: readonly WriteRequest[], done: (outcome: TransactionOutcome) => void): void;
  /** Resolves when all that were given are done. */
  close(): Promise<void>;
}

/** A runner on this thread's connection: `done` is called before `run` returns. */
export function runInThisThread(db: DatabaseSync): TransactionRunner {
  const statements: Statements = new Map();
  return {
    run: (writes, done) => done(runTransaction(db, statements, writes)),
    close: async () => undefined,
  };
}

/** It holds one transaction at a time: megabytes of young heap would only be memory taken, MB. */
const SMALL = { maxYoungGenerationSizeMb: 4 };

const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const THREAD = new URL(`./write-thread.${EXTENSION}`, import.meta.url);
const CODE = new URL(`./run-transaction.${EXTENSION}`, import.meta.url).href;

/** Whether a thread of its own can be had for the writes of this file. */
export function canRunApart(file: string): boolean {
  return file !== ':memory:' && availableParallelism() > 1;
}

/**
 * A runner with a connection and a thread of its own: what is written costs the event loop a message. If the thread dies, its
 * transactions fail (they may have been committed), and the next one starts another.
 */
export function runApart(file: string, setUp: string): TransactionRunner {
  const waiting = new Map<number, (outcome: TransactionOutcome) => void>();
  let thread: Worker | undefined;
  let closed: Promise<void> | undefined;
  let next = 0;
  const answered = ({ id, outcome }: WriteAnswer) => {
    const done = waiting.get(id);
    waiting.delete(id);
    done?.(outcome);
  };
  const died = (message: string) => {
    thread = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const done of lost) done({ failed: { message } });
  };
  const start = (): Worker => {
    const workerData: WriteThreadData = { file, setUp, code: CODE };
    const started = new Worker(THREAD, { workerData, resourceLimits: SMALL });
    started.on('message', answered);
    started.on('error', (thrown) =>
      died(thrown instanceof Error ? thrown.message : 'the writing thread failed'),
    );
    return started;
  };
  return {
    run: (writes, done) => {
      if (closed !== undefined) return done({ failed: { message: 'the store is closed' } });
      thread ??= start();
      const id = next++;
      waiting.set(id, done);
      // While something is written the process stays; an idle thread keeps nobody.
      thread.ref();
      thread.postMessage({ id, writes } satisfies WriteQuestion);
    },
    close: () =>
      (closed ??= new Promise((resolve) => {
        if (thread === undefined) return resolve();
        thread.once('exit', () => resolve());
        thread.postMessage('close');
      })),
  };
}
