import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Subscription } from '../event-bus.js';
import type { PartitionLog } from './partition-log.js';
import { ReceivedRecord } from './received-record.js';

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
  readonly #apart: (work: () => void) => void;
  #owner: Subscription | undefined;
  #running: Turn | undefined;
  #interrupt: { readonly owner: Subscription; readonly controller: AbortController } | undefined;
  #awake = false;

  /** `apart` runs the delivery in nobody's asynchronous context: what is delivered is not part of who happened to publish last. */
  constructor(
    log: PartitionLog,
    position: number,
    parts: { readonly onProgress: (position: number) => void; readonly apart: (work: () => void) => void },
  ) {
    this.#log = log;
    this.#position = position;
    this.#onProgress = parts.onProgress;
    this.#apart = parts.apart;
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
    this.#apart(this.#deliverSoon);
  }

  /** Resolves once `owner` works on nothing here. Call after `assign` took the partition away. */
  async releasedBy(owner: Subscription): Promise<void> {
    if (this.#running?.owner === owner) await this.#running.over;
  }

  detach(): void {
    this.#log.pumps.delete(this);
  }

  // Never inside the caller: it may be in the middle of a transaction.
  readonly #deliverSoon = (): void => {
    void (this.#owner?.background ? nextTurn() : Promise.resolve())
      .then(() => this.#deliver())
      .finally(() => {
        this.#awake = false;
        this.wake();
      });
  };

  async #deliver(): Promise<void> {
    let refusals = 0;
    for (;;) {
      const owner = this.#owner;
      if (owner === undefined || this.#position >= this.#log.next) return;
      const interrupt = this.#interruptFor(owner);
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

  /** One for all batches of an owner, until it is used. */
  #interruptFor(owner: Subscription): AbortController {
    const known = this.#interrupt;
    if (known?.owner === owner && !known.controller.signal.aborted) return known.controller;
    const controller = new AbortController();
    this.#interrupt = { owner, controller };
    return controller;
  }

  /** Whether the batch was accepted; a read that fails counts as refused, so that it is tried again. */
  async #deliverBatch(owner: Subscription, signal: AbortSignal): Promise<boolean> {
    try {
      const records = this.#log.read(this.#position, BATCH_RECORDS);
      const last = records.at(-1);
      if (last === undefined) return false;
      await owner.onBatch(
        records.map((record) => new ReceivedRecord(this.#log.stream, record)),
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
