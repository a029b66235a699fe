import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { BatonError } from '@baton/kernel';
import { HASH_BYTES } from '@baton/ledger';
import { entryOf } from '../domain/audit-entry.js';
import { committedText, type LoggedEvent } from '../domain/logged-event.js';
import { base64, type SealedEvent } from '../domain/seal-event.js';
import { saltAt, sealer, type Sealer } from './sealer.js';

/** What the thread is given: plain texts, which cross fastest. */
export interface SealQuestion {
  readonly id: number;
  readonly texts: readonly string[];
  readonly leaves: readonly Pick<LoggedEvent, 'eventId' | 'type' | 'timeMs'>[];
  readonly salts: Uint8Array;
}

/** What comes back: base64 commitments and leaf hashes, each one after the other; or why not. */
export type SealAnswer =
  | { readonly id: number; readonly commitments: string; readonly hashes: Uint8Array }
  | { readonly id: number; readonly failure: { readonly code: string; readonly message: string } };

interface Waiting {
  readonly events: readonly LoggedEvent[];
  readonly salts: Uint8Array;
  readonly resolve: (sealed: SealedEvent[]) => void;
  readonly reject: (reason: unknown) => void;
}

const THREAD = new URL('./seal-thread.js', import.meta.url);
/** Below this, asking the thread takes longer than sealing. */
const WORTH_THREAD = 200;
const COMMITMENT_LENGTH = 44;

/**
 * A sealer that hashes large batches in a thread of its own, so that while one batch is hashed another is stored. Small batches,
 * and all where there is one core only or the code is not compiled, are sealed in this thread.
 */
export function threadedSealer(): Sealer {
  if (availableParallelism() < 2 || !existsSync(fileURLToPath(THREAD))) return sealer;
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let next = 0;

  const answered = (answer: SealAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (asked === undefined) return;
    if ('failure' in answer) asked.reject(new BatonError(answer.failure.code, answer.failure.message));
    else asked.resolve(asked.events.map((event, i) => sealedFrom(event, asked.salts, answer, i)));
  };
  const failed = (cause: unknown) => {
    thread = undefined;
    for (const { reject } of waiting.values()) {
      reject(
        new BatonError('seal-failed', 'The thread that seals events failed.', { cause, retriable: true }),
      );
    }
    waiting.clear();
  };
  const start = () => {
    const started = new Worker(THREAD);
    started.unref();
    started.on('message', answered);
    started.on('error', failed);
    return started;
  };

  return {
    seal: (events, salts) => {
      if (events.length < WORTH_THREAD) return sealer.seal(events, salts);
      const { promise, resolve, reject } = Promise.withResolvers<SealedEvent[]>();
      const id = next++;
      waiting.set(id, { events, salts, resolve, reject });
      thread ??= start();
      const leaves = events.map(({ eventId, type, timeMs }) => ({ eventId, type, timeMs }));
      const question: SealQuestion = { id, texts: events.map(committedText), leaves, salts };
      thread.postMessage(question);
      return promise;
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}

function sealedFrom(
  event: LoggedEvent,
  salts: Uint8Array,
  { commitments, hashes }: Extract<SealAnswer, { hashes: Uint8Array }>,
  i: number,
): SealedEvent {
  const commitment = commitments.slice(i * COMMITMENT_LENGTH, (i + 1) * COMMITMENT_LENGTH);
  const hash = hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);
  return { entry: entryOf(event, base64(saltAt(salts, i)), commitment), hash };
}
