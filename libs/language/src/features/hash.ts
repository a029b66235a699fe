/** Feature space of every model: 2^17 buckets, so that one extraction serves them all. */
export const FEATURE_BITS = 17;
/** Number of buckets. */
export const FEATURE_SPACE = 1 << FEATURE_BITS;

/** Starts a 32-bit FNV-1a hash in a named family, so that equal strings of different families differ. */
export function hashSeed(family: number): number {
  return Math.imul(0x811c9dc5 ^ family, 0x01000193) >>> 0;
}

/** Adds a string (UTF-16 units from `start` to `end`) to a hash. */
export function hashString(hash: number, text: string, start = 0, end: number = text.length): number {
  let value = hash;
  for (let index = start; index < end; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Adds a number to a hash. */
export function hashNumber(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ (value & 0xffff), 0x01000193);
  mixed = Math.imul(mixed ^ (value >>> 16), 0x01000193);
  return mixed >>> 0;
}

/** Final avalanche (MurmurHash3 fmix32): neighbours in hash space spread over all 32 bits. */
export function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** A hash, mixed and cut to `bits`. */
export function bucket(hash: number, bits: number = FEATURE_BITS): number {
  return mixed(hash) >>> (32 - bits);
}
