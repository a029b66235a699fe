import { BatonError } from '@baton/kernel';

import { HASH_BYTES, type Hash } from '../merkle/hash.js';
import type { HashSource } from '../merkle/node-range.js';
import { rootOf } from '../merkle/root-of.js';
import { tileOfNode, type HashTile } from './tile.js';

/** Fetches a tile's bytes; may answer from a file, a bucket or the network. */
export type TileReader = (tile: HashTile) => Uint8Array | Promise<Uint8Array>;

/**
 * Reads nodes of a log of `size` leaves from its tiles; nodes between tile levels are hashed from the tile below.
 * Trusts the tiles: check what is built from them against a signed root.
 * The source throws BatonError `ledger-tile-length` if a tile has another length than its width says, and
 * `ledger-node-missing` for a node that a log of this size does not have.
 */
export function tileHashSource(size: number, read: TileReader): HashSource {
  return async (level, index) => {
    const { tile, first, count } = tileOfNode(level, index, size);
    const bytes = await read(tile);
    if (bytes.length !== tile.width * HASH_BYTES) {
      throw new BatonError('ledger-tile-length', `A tile of width ${tile.width} has ${bytes.length} bytes.`);
    }
    return rootOf(hashesIn(bytes, first, count));
  };
}

function hashesIn(bytes: Uint8Array, first: number, count: number): Hash[] {
  return Array.from({ length: count }, (_, i) =>
    bytes.subarray((first + i) * HASH_BYTES, (first + i + 1) * HASH_BYTES),
  );
}
