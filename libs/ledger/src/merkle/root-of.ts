import { Frontier } from './frontier.js';
import type { Hash } from './hash.js';

/** The Merkle tree hash over leaf hashes in order (RFC 9162 §2.1.1). */
export function rootOf(leafHashes: Iterable<Hash>): Hash {
  const frontier = new Frontier();
  for (const hash of leafHashes) frontier.append(hash);
  return frontier.root();
}
