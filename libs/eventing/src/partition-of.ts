/**
 * The partition of a key: murmur2 over its UTF-8 bytes with the sign bit cleared, modulo the number of partitions. Kafka's
 * default partitioner does the same, so a conversation lands on the same partition whichever client publishes.
 */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}

const MULTIPLIER = 0x5bd1e995;
const SEED = 0x9747b28c;

/** MurmurHash2, 32 bit (Austin Appleby), with the seed Kafka uses. */
function murmur2(bytes: Buffer): number {
  const length = bytes.length;
  let hash = SEED ^ length;
  let at = 0;
  for (; length - at >= 4; at += 4) {
    let word = Math.imul(bytes.readInt32LE(at), MULTIPLIER);
    word = Math.imul(word ^ (word >>> 24), MULTIPLIER);
    hash = Math.imul(hash, MULTIPLIER) ^ word;
  }
  const rest = length - at;
  if (rest >= 3) hash ^= bytes[at + 2]! << 16;
  if (rest >= 2) hash ^= bytes[at + 1]! << 8;
  if (rest >= 1) hash = Math.imul(hash ^ bytes[at]!, MULTIPLIER);
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}
