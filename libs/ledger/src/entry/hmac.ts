import { HASH_BYTES, sha256, type Hash } from '../merkle/hash.js';

const BLOCK_BYTES = 64;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/**
 * HMAC-SHA-256 (RFC 2104) for keys of at most one block (64 bytes), as two one-shot hashes: making a keyed `Hmac`
 * object for each salt would cost ten times the hashing itself.
 */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Hash {
  const inner = Buffer.alloc(BLOCK_BYTES + message.length);
  const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES);
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const byte = key[i] ?? 0;
    inner[i] = byte ^ INNER_PAD;
    outer[i] = byte ^ OUTER_PAD;
  }
  inner.set(message, BLOCK_BYTES);
  outer.set(sha256(inner), BLOCK_BYTES);
  return sha256(outer);
}
