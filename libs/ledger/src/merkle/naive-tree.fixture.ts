import { createHash } from 'node:crypto';

import type { Hash } from './hash.js';

/**
 * The definitions of RFC 9162 §2.1.1–§2.1.4 written down as they stand, recursive and slow, on a different hash
 * call: what the real code is compared with.
 */
export const naive = {
  leaf: (data: Uint8Array): Hash => sha(Buffer.of(0), data),

  root(leaves: readonly Uint8Array[]): Hash {
    if (leaves.length === 0) return sha();
    if (leaves.length === 1) return naive.leaf(leaves[0]!);
    const k = split(leaves.length);
    return sha(Buffer.of(1), naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k)));
  },

  path(m: number, leaves: readonly Uint8Array[]): Hash[] {
    if (leaves.length === 1) return [];
    const k = split(leaves.length);
    return m < k
      ? [...naive.path(m, leaves.slice(0, k)), naive.root(leaves.slice(k))]
      : [...naive.path(m - k, leaves.slice(k)), naive.root(leaves.slice(0, k))];
  },

  consistency(m: number, leaves: readonly Uint8Array[], known = true): Hash[] {
    if (m === leaves.length) return known ? [] : [naive.root(leaves)];
    const k = split(leaves.length);
    return m <= k
      ? [...naive.consistency(m, leaves.slice(0, k), known), naive.root(leaves.slice(k))]
      : [...naive.consistency(m - k, leaves.slice(k), false), naive.root(leaves.slice(0, k))];
  },
};

function sha(...parts: Uint8Array[]): Hash {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}
