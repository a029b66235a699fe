import { HASH_BYTES, type Hash } from '@baton/ledger';

/** Leaf hashes in order, 32 bytes each and nothing more: a log is verified in memory that millions of entries fit in. */
export class HashList {
  #bytes = Buffer.allocUnsafeSlow(1_024 * HASH_BYTES);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds hashes that stand one after the other. */
  push(hashes: Uint8Array): void {
    const end = this.#length * HASH_BYTES;
    if (end + hashes.length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end + hashes.length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, end));
      this.#bytes = larger;
    }
    this.#bytes.set(hashes, end);
    this.#length += hashes.length / HASH_BYTES;
  }

  /** The hash at an index below `length`; a view, not a copy. */
  at(index: number): Hash {
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
