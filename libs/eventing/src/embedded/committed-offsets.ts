import type { Clock } from '@baton/kernel';
import type { LogStore } from './log-store.js';
import type { PartitionLog } from './partition-log.js';

/** How long progress waits for a publish to share its transaction, in milliseconds. After a crash that much comes again. */
const COMMIT_AFTER_MS = 50;

/** Where each durable group resumes. Progress is written with the next transaction, at the latest after 50 ms. */
export class CommittedOffsets {
  readonly #store: LogStore;
  readonly #clock: Clock;
  readonly #dirty = new Map<string, Map<PartitionLog, number>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: LogStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** What the group committed, or would commit next. */
  of(group: string, log: PartitionLog): number | undefined {
    const waiting = this.#dirty.get(group)?.get(log);
    if (waiting !== undefined) return waiting;
    return this.#store.committed(log.stream).find((committed) => committed.group === group)?.offset;
  }

  progress(group: string, log: PartitionLog, position: number): void {
    let offsets = this.#dirty.get(group);
    if (offsets === undefined) this.#dirty.set(group, (offsets = new Map<PartitionLog, number>()));
    offsets.set(log, position);
    this.#timer ??= setTimeout(() => this.#flushLater(), COMMIT_AFTER_MS).unref();
  }

  /** Inside a transaction: writes what waits. Call `saved` once that transaction is committed. */
  save(): void {
    const now = this.#clock.now();
    for (const [group, offsets] of this.#dirty) {
      for (const [log, offset] of offsets) this.#store.saveOffset(group, log.stream, offset, now);
    }
  }

  saved(): void {
    this.#dirty.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Writes what waits in a transaction of its own. Throws what SQLite throws; nothing is lost then. */
  flush(): void {
    if (this.#dirty.size === 0) return;
    this.#store.transaction(() => this.save());
    this.saved();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #flushLater(): void {
    this.#timer = undefined;
    try {
      this.flush();
    } catch {
      // The disk is full or gone: publishing reports that. Progress stays in memory and is written when it can be.
      this.#timer = setTimeout(() => this.#flushLater(), COMMIT_AFTER_MS * 20).unref();
    }
  }
}
