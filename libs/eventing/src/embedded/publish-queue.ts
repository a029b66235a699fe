import { busUnavailable } from '../bus-errors.js';
import type { PartitionLog } from './partition-log.js';

/** A record that waits for its transaction; `value` and `headers` are the log's own copies. */
export interface PlacedRecord {
  readonly log: PartitionLog;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Uint8Array;
}

interface PendingPublish {
  readonly records: readonly PlacedRecord[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A transaction takes whole publish calls until it holds this many records, so that it never blocks for long. */
const TRANSACTION_RECORDS = 2_000;

/**
 * Group commit: what is published in one turn of the event loop goes to disk in one transaction. Publish calls keep their
 * order; each resolves after the commit that holds it.
 */
export class PublishQueue {
  readonly #write: (records: readonly PlacedRecord[]) => void;
  #pending: PendingPublish[] = [];
  #scheduled = false;
  #held = false;

  /** `write` commits records or throws; it is called with the records of several publish calls at once. */
  constructor(write: (records: readonly PlacedRecord[]) => void) {
    this.#write = write;
  }

  add(records: readonly PlacedRecord[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#pending.push({ records, resolve, reject });
    this.#schedule();
    return promise;
  }

  /** Writes nothing before `until` has resolved; what is published meanwhile waits. */
  hold(until: Promise<void>): void {
    this.#held = true;
    void until.then(() => {
      this.#held = false;
      if (this.#pending.length > 0) this.#schedule();
    });
  }

  /** Writes everything that waits, now. */
  drain(): void {
    while (this.#pending.length > 0) this.#flush();
  }

  #schedule(): void {
    if (this.#scheduled || this.#held) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#held) return;
      this.#flush();
      if (this.#pending.length > 0) this.#schedule();
    });
  }

  #flush(): void {
    const publishes = this.#take();
    if (publishes.length === 0) return;
    try {
      this.#write(publishes.flatMap((publish) => publish.records));
      for (const publish of publishes) publish.resolve();
    } catch (thrown) {
      const reason = busUnavailable('The log could not be written.', thrown);
      for (const publish of publishes) publish.reject(reason);
    }
  }

  #take(): PendingPublish[] {
    let size = 0;
    const count = this.#pending.findIndex((publish) => {
      const full = size > 0 && size + publish.records.length > TRANSACTION_RECORDS;
      size += publish.records.length;
      return full;
    });
    return this.#pending.splice(0, count === -1 ? this.#pending.length : count);
  }
}
