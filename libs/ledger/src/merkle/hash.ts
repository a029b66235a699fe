import { hash as digest } from 'node:crypto';

/** A SHA-256 hash: exactly 32 bytes. Hashes are never changed in place. */
export type Hash = Uint8Array;

/** Bytes in a {@link Hash}. */
export const HASH_BYTES = 32;

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;
const LARGEST_SHARED_LEAF = 4095;

// Hashing is synchronous, so one buffer each can be reused; allocating per call halves the append rate.
const leafInput = Buffer.alloc(LARGEST_SHARED_LEAF + 1, LEAF_PREFIX);
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/**
 * SHA-256 of some bytes. Goes through the one-shot function and a binary string, which costs about half of
 * what a `Hash` object or a fresh array buffer per call costs at these sizes.
 */
export function sha256(data: Uint8Array): Hash {
  return Buffer.from(digest('sha256', data, 'binary'), 'latin1');
}

/** The hash of one leaf: SHA-256(0x00 ‖ data) (RFC 9162 §2.1.1). */
export function leafHash(data: Uint8Array): Hash {
  if (data.length > LARGEST_SHARED_LEAF) return sha256(Buffer.concat([Buffer.of(LEAF_PREFIX), data]));
  leafInput.set(data, 1);
  return sha256(leafInput.subarray(0, data.length + 1));
}

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 9162 §2.1.1). Both sides must be 32 bytes. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return sha256(nodeInput);
}

/** The root of the tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0));

/** Whether two hashes are equal. Not constant time: hashes in a log are public. */
export function sameHash(a: Hash, b: Hash): boolean {
  return Buffer.compare(a, b) === 0;
}
