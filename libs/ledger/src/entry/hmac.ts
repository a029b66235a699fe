import { HASH_BYTES, sha256, type Hash } from '../merkle/hash.js';

const BLOCK_BYTES = 64;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
const LARGEST_SHARED_MESSAGE = 4096;

// Hashing is synchronous, so these can be reused; they hold key material only until they are wiped below.
const sharedInner = Buffer.alloc(BLOCK_BYTES + LARGEST_SHARED_MESSAGE);
const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);

/**
 * HMAC-SHA-256 (RFC 2104) for keys of at most one block (64 bytes), as two one-shot hashes: making a keyed `Hmac`
 * object for each salt would cost ten times the hashing itself.
 */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Hash {
  const length = BLOCK_BYTES + message.length;
  const inner = length <= sharedInner.length ? sharedInner.subarray(0, length) : Buffer.alloc(length);
  writePaddedKey(inner, key, INNER_PAD);
  inner.set(message, BLOCK_BYTES);
  writePaddedKey(outer, key, OUTER_PAD);
  outer.set(sha256(inner), BLOCK_BYTES);
  const mac = sha256(outer);
  inner.fill(0);
  outer.fill(0);
  return mac;
}

function writePaddedKey(block: Buffer, key: Uint8Array, pad: number): void {
  block.fill(pad, key.length, BLOCK_BYTES);
  for (let i = 0; i < key.length; i++) block[i] = key[i]! ^ pad;
}
