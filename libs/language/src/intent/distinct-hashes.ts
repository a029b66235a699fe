/**
 * A set of 32-bit hashes that keeps their order and is emptied at no cost: a `Set` of numbers this large allocates each of them.
 * Holds at most half of `slots` (a power of two); more are left out.
 */
export class DistinctHashes {
  readonly #hashes: Uint32Array;
  /** The round a slot was last taken in. */
  readonly #rounds: Uint32Array;
  readonly #inOrder: Uint32Array;
  #round = 0;
  #size = 0;

  constructor(slots: number) {
    this.#hashes = new Uint32Array(slots);
    this.#rounds = new Uint32Array(slots);
    this.#inOrder = new Uint32Array(slots / 2);
  }

  clear(): void {
    this.#size = 0;
    this.#round += 1;
    if (this.#round < 0xffffffff) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  add(hash: number): void {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#rounds[slot] === this.#round) {
      if (this.#hashes[slot] === hash) return;
      slot = (slot + 1) & mask;
    }
    if (this.#size === this.#inOrder.length) return;
    this.#rounds[slot] = this.#round;
    this.#hashes[slot] = hash;
    this.#inOrder[this.#size] = hash;
    this.#size += 1;
  }

  /** In the order they were added; valid until the set is emptied. */
  view(): Uint32Array {
    return this.#inOrder.subarray(0, this.#size);
  }
}
