import type { StoredRecord } from './record-batch.js';

/** Most a partition keeps in memory for groups that lag; beyond it they read the file. */
const MAX_RECORDS = 1_000;
const MAX_BYTES = 1 << 20;
/** Dropped entries are cut off in one go, so that dropping costs nothing per record. */
const COMPACT_AT = 256;

/** The newest records of one partition, so that a group that keeps up never reads the file. */
export class RecentRecords {
  #records: StoredRecord[] = [];
  #dropped = 0;
  #bytes = 0;

  /** Adds records that follow the last; where they do not, what was held is forgotten. */
  push(records: readonly StoredRecord[]): void {
    const last = this.#records.at(-1);
    if (last !== undefined && records[0]?.offset !== last.offset + 1) this.clear();
    for (const record of records) {
      this.#records.push(record);
      this.#bytes += record.value.length;
    }
    while (this.#size > MAX_RECORDS || this.#bytes > MAX_BYTES) this.#dropFirst();
    this.#compact();
  }

  /** Forgets records before `offset`. */
  dropBefore(offset: number): void {
    while (this.#size > 0 && this.#records[this.#dropped]!.offset < offset) this.#dropFirst();
    this.#compact();
  }

  /** Up to `limit` records from `offset` on, or undefined where the first of them is not held. */
  from(offset: number, limit: number): StoredRecord[] | undefined {
    const first = this.#records[this.#dropped];
    if (first === undefined || offset < first.offset) return undefined;
    const start = this.#dropped + (offset - first.offset);
    if (start >= this.#records.length) return undefined;
    return this.#records.slice(start, start + limit);
  }

  clear(): void {
    this.#records = [];
    this.#dropped = 0;
    this.#bytes = 0;
  }

  get #size(): number {
    return this.#records.length - this.#dropped;
  }

  #dropFirst(): void {
    this.#bytes -= this.#records[this.#dropped]!.value.length;
    this.#dropped += 1;
  }

  #compact(): void {
    if (this.#size === 0) this.clear();
    else if (this.#dropped >= COMPACT_AT) {
      this.#records = this.#records.slice(this.#dropped);
      this.#dropped = 0;
    }
  }
}
