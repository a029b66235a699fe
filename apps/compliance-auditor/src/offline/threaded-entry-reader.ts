import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BatonError } from '@baton/kernel';
import type { EntryFindings } from './check-entries.js';
import type { EntryRange, EntryReader } from './entry-reader.js';

interface Answer {
  readonly id: number;
  readonly findings: Omit<EntryFindings, 'eventIds'> & { readonly eventIds: string };
}
interface Waiting {
  readonly resolve: (findings: EntryFindings) => void;
  readonly reject: (reason: unknown) => void;
}

const THREAD = new URL('./read-thread.js', import.meta.url);
const MOST_THREADS = 8;
/** Ranges each thread has waiting, so that it is never idle while the main thread puts findings together. */
const RANGES_PER_THREAD = 2;

/** A reader that uses every core; undefined where there is only one, or where the code is not compiled. */
export function threadedEntryReader(storeFile: string): EntryReader | undefined {
  const count = Math.min(availableParallelism(), MOST_THREADS);
  if (count < 2 || !existsSync(fileURLToPath(THREAD))) return undefined;
  const waiting = new Map<number, Waiting>();
  const threads = Array.from({ length: count }, () => new Worker(THREAD, { workerData: storeFile }));
  for (const thread of threads) {
    thread.on('message', ({ id, findings }: Answer) => {
      const eventIds = findings.eventIds === '' ? [] : findings.eventIds.split('\n');
      waiting.get(id)?.resolve({ ...findings, eventIds });
      waiting.delete(id);
    });
    thread.on('error', (cause) => {
      const failure = new BatonError('store-unavailable', 'A thread that reads the log failed.', { cause });
      for (const { reject } of waiting.values()) reject(failure);
    });
  }
  let next = 0;
  return {
    width: count * RANGES_PER_THREAD,
    check: (range: EntryRange) => {
      const { promise, resolve, reject } = Promise.withResolvers<EntryFindings>();
      const id = next++;
      waiting.set(id, { resolve, reject });
      threads[id % count]!.postMessage({ id, range });
      return promise;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
