import { BatonError, ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';
import { HASH_BYTES, nodeHash, type Hash } from './hash.js';
import { foldRight } from './node-range.js';

/** Told about every node the moment its subtree is complete and its hash can no longer change. */
export type NodeSink = (level: number, index: number, hash: Hash) => void;

/** A {@link Frontier} at rest: the number of leaves and the base64 roots of its complete subtrees, widest first. */
export interface FrontierJson {
  readonly size: number;
  readonly hashes: readonly string[];
}

/**
 * The right edge of a growing Merkle tree (RFC 9162 §2.1): all that is needed to append and to know the root,
 * at most 53 hashes. Mutable: `append` changes it; take a `clone` to look ahead.
 * Appending costs one hash amortised and at most log2(size) hashes.
 */
export class Frontier {
  #size = 0;
  #hashes: Hash[] = [];

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds the next leaf by its hash and reports every node this completes, leaf first.
   * @throws BatonError `ledger-hash-length` if the hash is not 32 bytes.
   */
  append(leaf: Hash, sink?: NodeSink): void {
    if (leaf.length !== HASH_BYTES)
      throw new BatonError('ledger-hash-length', 'A leaf hash must have 32 bytes.');
    let hash = leaf;
    let index = this.#size;
    sink?.(0, index, hash);
    for (let level = 1; index % 2 === 1; level++) {
      hash = nodeHash(this.#hashes.pop()!, hash);
      index = (index - 1) / 2;
      sink?.(level, index, hash);
    }
    this.#hashes.push(hash);
    this.#size++;
  }

  /** The root over all leaves so far. */
  root(): Hash {
    return foldRight(this.#hashes);
  }

  /** An independent copy. */
  clone(): Frontier {
    const copy = new Frontier();
    copy.#size = this.#size;
    copy.#hashes = [...this.#hashes];
    return copy;
  }

  /** What to store; `Frontier.fromJSON` brings it back. */
  toJSON(): FrontierJson {
    return { size: this.#size, hashes: this.#hashes.map(encodeBase64) };
  }

  /** Restores a stored frontier; refuses one whose hashes cannot belong to its size. */
  static fromJSON(json: FrontierJson): Result<Frontier, Failure<'frontier-malformed'>> {
    if (!Number.isSafeInteger(json.size) || json.size < 0) return malformed('size is not a whole number');
    if (json.hashes.length !== completeSubtrees(json.size))
      return malformed('the number of hashes does not fit the size');
    const frontier = new Frontier();
    frontier.#size = json.size;
    for (const text of json.hashes) {
      const hash = decodeBase64(text);
      if (hash?.length !== HASH_BYTES) return malformed('a hash is not base64 of 32 bytes');
      frontier.#hashes.push(hash);
    }
    return ok(frontier);
  }
}

function malformed(what: string) {
  return refuse('frontier-malformed', `Stored frontier refused: ${what}.`);
}

/** One complete subtree per set bit of the size; sizes go past 32 bits, so no bit operators. */
function completeSubtrees(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
