/** Known features of a classifier: a hash table from 32-bit feature hashes to rows. Plain data. */
export interface GramTable {
  /** Slots, a power of two; a slot holds a hash and its row + 1, 0 where it is free. */
  readonly hashes: Uint32Array;
  readonly slots: Int32Array;
}

/** Counts features while a table grows. */
export class GramCounter {
  readonly #rows = new Map<number, number>();
  readonly #counts: number[] = [];

  /** Counts each hash of one example once; `hashes` holds none twice. */
  add(hashes: Uint32Array): void {
    for (const hash of hashes) {
      const row = this.#rows.get(hash);
      if (row === undefined) {
        this.#rows.set(hash, this.#counts.length);
        this.#counts.push(1);
      } else this.#counts[row]! += 1;
    }
  }

  /** In how many examples each row occurred. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  table(): GramTable {
    let size = 1024;
    while (size < 2 * this.#counts.length) size *= 2;
    const hashes = new Uint32Array(size);
    const slots = new Int32Array(size);
    for (const [hash, row] of this.#rows) {
      let slot = hash & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      hashes[slot] = hash;
      slots[slot] = row + 1;
    }
    return { hashes, slots };
  }
}

/** The row of a feature, −1 where it is not known. */
export function rowOf({ hashes, slots }: GramTable, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) {
    if (hashes[slot] === hash) return slots[slot]! - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}
