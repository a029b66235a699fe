import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Statements } from './run-transaction.js';
import type { TransactionOutcome, WriteRequest } from './write-request.js';

/** What the thread needs to begin. */
export interface WriteThreadData {
  readonly file: string;
  /** Pragmas of the connection. */
  readonly setUp: string;
  /** Where `runTransaction` is: the source or the build, whichever started the thread. */
  readonly code: string;
}

/** Writes of one transaction, and its number. */
export interface WriteQuestion {
  readonly id: number;
  readonly writes: readonly WriteRequest[];
}

export interface WriteAnswer {
  readonly id: number;
  readonly outcome: TransactionOutcome;
}

const { file, setUp, code } = workerData as WriteThreadData;
const { runTransaction } = (await import(code)) as typeof import('./run-transaction.js');
const db = new DatabaseSync(file, { timeout: 1000 });
db.exec(setUp);
const statements: Statements = new Map();

parentPort?.on('message', (question: WriteQuestion | 'close') => {
  if (question === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  const { id, writes } = question;
  const answer: WriteAnswer = { id, outcome: runTransaction(db, statements, writes) };
  parentPort?.postMessage(answer);
});
