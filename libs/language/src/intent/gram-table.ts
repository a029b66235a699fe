/** Known features of a classifier: a hash table from 32-bit feature hashes to rows. Plain data. */
export interface GramTable {
  /** Slots, a power of two, of two cells each, so that one access to memory finds both: a hash, and its row + 1, 0 where it is free. */
  readonly slots: Uint32Array;
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
    const slots = new Uint32Array(2 * size);
    for (const [hash, row] of this.#rows) {
      let slot = hash & (size - 1);
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1);
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = row + 1;
    }
    return { slots };
  }
}

/** The row of a feature, −1 where it is not known. */
export function rowOf({ slots }: GramTable, hash: number): number {
  const mask = slots.length - 1;
  let cell = (2 * hash) & mask;
  for (let row = slots[cell + 1]!; row !== 0; row = slots[cell + 1]!) {
    if (slots[cell] === hash) return row - 1;
    cell = (cell + 2) & mask;
  }
  return -1;
}
