import { BatonError } from '@baton/kernel';

import type { Hash } from './hash.js';

/**
 * Every complete node of a tree in memory: 64 bytes of hashes per leaf. Give `add` to `Frontier.append` as its sink
 * and `read` to the proof builders; for logs that outgrow memory use tiles.
 */
export class HashIndex {
  readonly #levels: Hash[][] = [];

  /** Keeps one node. */
  readonly add = (level: number, index: number, hash: Hash): void => {
    (this.#levels[level] ??= [])[index] = hash;
  };

  /**
   * The hash of one node.
   * @throws BatonError `ledger-node-missing` if that subtree is not complete yet.
   */
  readonly read = (level: number, index: number): Hash => {
    const hash = this.#levels[level]?.[index];
    if (hash === undefined)
      throw new BatonError('ledger-node-missing', `No hash for node ${index} on level ${level}.`);
    return hash;
  };
}
