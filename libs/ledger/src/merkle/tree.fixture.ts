import { Frontier } from './frontier.js';
import { leafHash, type Hash } from './hash.js';
import { HashIndex } from './hash-index.js';
import type { HashSource } from './node-range.js';

/** A tree over leaf data with the root at every size, for tests. */
export interface TestTree {
  readonly leaves: readonly Uint8Array[];
  readonly frontier: Frontier;
  readonly source: HashSource;
  /** The root at each size from 0. */
  readonly roots: readonly Hash[];
}

/** Grows a tree leaf by leaf. */
export function treeOf(leaves: readonly Uint8Array[]): TestTree {
  const frontier = new Frontier();
  const index = new HashIndex();
  const roots = [frontier.root()];
  for (const leaf of leaves) {
    frontier.append(leafHash(leaf), index.add);
    roots.push(frontier.root());
  }
  return { leaves, frontier, source: index.read, roots };
}

/** Distinct leaves. */
export function someLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => Buffer.from(`leaf ${i}`));
}

/** Lower-case hex, so that failures can be read. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The same bytes with one bit turned. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = bit % (bytes.length * 8);
  copy[at >> 3]! ^= 1 << (at & 7);
  return copy;
}
