import { HASH_BYTES, type Hash } from '@baton/ledger';

const HASHES_PER_CHUNK = 32_768;

/** Leaf hashes in order, 32 bytes each and nothing more: a log is verified in memory that millions of entries fit in. */
export class HashList {
  readonly #chunks: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Hash): void {
    const place = this.#length % HASHES_PER_CHUNK;
    if (place === 0) this.#chunks.push(Buffer.allocUnsafe(HASHES_PER_CHUNK * HASH_BYTES));
    this.#chunks.at(-1)!.set(hash, place * HASH_BYTES);
    this.#length += 1;
  }

  /** The hash at an index below `length`; a view, not a copy. */
  at(index: number): Hash {
    const start = (index % HASHES_PER_CHUNK) * HASH_BYTES;
    return this.#chunks[Math.floor(index / HASHES_PER_CHUNK)]!.subarray(start, start + HASH_BYTES);
  }
}
