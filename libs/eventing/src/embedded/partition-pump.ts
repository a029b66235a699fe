import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { DeliveredRecord, Subscription } from '../event-bus.js';
import type { PartitionLog } from './partition-log.js';
import type { StoredRecord } from './record-batch.js';

/** Most records one `onBatch` call receives. */
export const BATCH_RECORDS = 500;
/** How long a batch that was refused stays away, in milliseconds; doubles up to the maximum. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** One batch with one member, from hand-over to the end of the pause after a refusal. */
interface Turn {
  readonly owner: Subscription;
  readonly interrupt: AbortController;
  readonly over: Promise<void>;
}

/**
 * Brings one partition to one group, batch after batch. The member that receives them may change between batches, never
 * during one: two members cannot work on the same partition at the same time.
 */
export class PartitionPump {
  readonly #log: PartitionLog;
  readonly #onProgress: (position: number) => void;
  #position: number;
  #owner: Subscription | undefined;
  #running: Turn | undefined;
  #awake = false;

  constructor(log: PartitionLog, position: number, onProgress: (position: number) => void) {
    this.#log = log;
    this.#position = position;
    this.#onProgress = onProgress;
    log.pumps.add(this);
  }

  /** The next offset to deliver. */
  get position(): number {
    return this.#position;
  }

  get owner(): Subscription | undefined {
    return this.#owner;
  }

  /** Hands the partition to `owner`. A batch the previous owner still works on is aborted and waited for first. */
  assign(owner: Subscription | undefined): void {
    if (this.#owner === owner) return;
    this.#owner = owner;
    if (this.#running?.owner !== owner) this.#running?.interrupt.abort();
    this.wake();
  }

  /** Starts delivering unless that is going on already. */
  wake(): void {
    if (this.#awake || this.#owner === undefined || this.#position >= this.#log.next) return;
    this.#awake = true;
    // Never inside the caller: it may be in the middle of a transaction.
    queueMicrotask(() => {
      void this.#deliver().finally(() => {
        this.#awake = false;
        this.wake();
      });
    });
  }

  /** Resolves once `owner` works on nothing here. Call after `assign` took the partition away. */
  async releasedBy(owner: Subscription): Promise<void> {
    if (this.#running?.owner === owner) await this.#running.over;
  }

  detach(): void {
    this.#log.pumps.delete(this);
  }

  async #deliver(): Promise<void> {
    let refusals = 0;
    for (;;) {
      const owner = this.#owner;
      if (owner === undefined || this.#position >= this.#log.next) return;
      const interrupt = new AbortController();
      const { promise: over, resolve: end } = Promise.withResolvers<void>();
      this.#running = { owner, interrupt, over };
      try {
        refusals = (await this.#deliverBatch(owner, interrupt.signal)) ? 0 : refusals + 1;
        if (refusals > 0) {
          const wait = Math.min(FIRST_PAUSE_MS * 2 ** (refusals - 1), LONGEST_PAUSE_MS);
          await pause(wait, undefined, { signal: interrupt.signal }).catch(() => undefined);
        }
      } finally {
        this.#running = undefined;
        end();
      }
      // Give timers and sockets their turn: a handler that never waits would otherwise starve them.
      if (this.#position < this.#log.next) await nextTurn();
    }
  }

  /** Whether the batch was accepted; a read that fails counts as refused, so that it is tried again. */
  async #deliverBatch(owner: Subscription, signal: AbortSignal): Promise<boolean> {
    try {
      const records = this.#log.read(this.#position, BATCH_RECORDS);
      const last = records.at(-1);
      if (last === undefined) return false;
      await owner.onBatch(
        records.map((record) => delivered(this.#log, record)),
        signal,
      );
      this.#position = last.offset + 1;
      this.#onProgress(this.#position);
      return true;
    } catch {
      return false;
    }
  }
}

function delivered({ stream }: PartitionLog, record: StoredRecord): DeliveredRecord {
  return {
    topic: stream.topic,
    partition: stream.partition,
    offset: String(record.offset),
    key: record.key,
    headers: record.headers,
    value: record.value.slice(),
  };
}
