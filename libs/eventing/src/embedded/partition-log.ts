import type { LogStore, Stream } from './log-store.js';
import type { PartitionPump } from './partition-pump.js';
import { RecentRecords } from './recent-records.js';
import type { StoredRecord } from './record-batch.js';

/** One topic partition while the bus is open: where it ends, what is fresh, who waits for more. */
export class PartitionLog {
  readonly stream: Stream;
  readonly pumps = new Set<PartitionPump>();
  readonly #store: LogStore;
  readonly #recent = new RecentRecords();
  #next: number;

  constructor(store: LogStore, stream: Stream) {
    this.#store = store;
    this.stream = stream;
    this.#next = store.bounds(stream).next;
  }

  /** The offset the next record gets. */
  get next(): number {
    return this.#next;
  }

  get earliest(): number {
    return this.#store.bounds(this.stream).earliest;
  }

  /** Takes note of records that were just committed to the file, and wakes who waits for them. */
  appended(records: readonly StoredRecord[]): void {
    const last = records.at(-1);
    if (last === undefined) return;
    this.#next = last.offset + 1;
    const slowest = this.#slowest();
    if (slowest === undefined) {
      this.#recent.clear();
      return;
    }
    this.#recent.dropBefore(slowest);
    this.#recent.push(records);
    for (const pump of this.pumps) pump.wake();
  }

  /** Looks at the file again after another process wrote to it. */
  reload(): void {
    const { next } = this.#store.bounds(this.stream);
    if (next <= this.#next) return;
    this.#next = next;
    this.#recent.clear();
    for (const pump of this.pumps) pump.wake();
  }

  /** Up to `limit` records from `offset` on. The records belong to the log: copy before handing out. */
  read(offset: number, limit: number): readonly StoredRecord[] {
    if (offset >= this.#next) return [];
    return this.#recent.from(offset, limit) ?? this.#store.read(this.stream, offset, limit);
  }

  #slowest(): number | undefined {
    let slowest: number | undefined;
    for (const pump of this.pumps) {
      if (pump.owner !== undefined && (slowest === undefined || pump.position < slowest)) {
        slowest = pump.position;
      }
    }
    return slowest;
  }
}
