import { BatonError, ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';
import { TILE_WIDTH } from './tile-path.js';

const LENGTH_BYTES = 2;
const LONGEST_ENTRY = 0xffff;

/**
 * The bytes of an entry bundle: each leaf's data after its length as big-endian uint16 (c2sp.org/tlog-tiles).
 * @throws BatonError `ledger-bundle-invalid` for more than 256 entries, none, or one longer than 65,535 bytes.
 */
export function encodeEntryBundle(leaves: readonly Uint8Array[]): Uint8Array {
  if (
    leaves.length === 0 ||
    leaves.length > TILE_WIDTH ||
    leaves.some((leaf) => leaf.length > LONGEST_ENTRY)
  ) {
    throw new BatonError('ledger-bundle-invalid', 'A bundle holds 1 to 256 entries of at most 65,535 bytes.');
  }
  const length = (leaf: Uint8Array) => Buffer.of(leaf.length >> 8, leaf.length & 0xff);
  return Buffer.concat(leaves.flatMap((leaf) => [length(leaf), leaf]));
}

/** Reads an entry bundle of a known width; the bytes must hold exactly that many entries. */
export function decodeEntryBundle(
  bytes: Uint8Array,
  width: number,
): Result<Uint8Array[], Failure<'bundle-malformed'>> {
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && leaves.length < width) {
    const start = at + LENGTH_BYTES;
    const end = start + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) break;
    leaves.push(bytes.subarray(start, end));
    at = end;
  }
  if (leaves.length === width && at === bytes.length) return ok(leaves);
  return refuse('bundle-malformed', `The bundle does not hold exactly ${width} entries.`);
}
