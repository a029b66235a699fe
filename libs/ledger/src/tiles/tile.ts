import { BatonError } from '@baton/kernel';

import { HASH_BYTES } from '../merkle/hash.js';
import type { HashSource } from '../merkle/node-range.js';
import { TILE_HEIGHT, TILE_WIDTH, type TileId } from './tile-path.js';

/** A {@link TileId} of the tree itself. */
export interface HashTile extends TileId {
  readonly level: number;
}

/**
 * The tiles to write when a log grew from one size to another: every tile that is new or wider than it was,
 * leaf level first. From 0 these are all tiles of the tree.
 */
export function* tilesBetween(oldSize: number, newSize: number): Generator<HashTile> {
  for (let level = 0, span = 1; newSize >= span; level++, span *= TILE_WIDTH) {
    const had = Math.floor(oldSize / span);
    const has = Math.floor(newSize / span);
    for (let index = Math.floor(had / TILE_WIDTH); index * TILE_WIDTH < has; index++) {
      const width = Math.min(TILE_WIDTH, has - index * TILE_WIDTH);
      if (index * TILE_WIDTH + width > had) yield { level, index, width };
    }
  }
}

/** The tile that holds (or can rebuild) a node in a log of `size` leaves, and where its hashes begin there. */
export function tileOfNode(
  level: number,
  index: number,
  size: number,
): { tile: HashTile; first: number; count: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  const position = index * count;
  const tileIndex = Math.floor(position / TILE_WIDTH);
  const has = Math.floor(size / TILE_WIDTH ** tileLevel);
  if (position + count > has) {
    throw new BatonError(
      'ledger-node-missing',
      `No complete node ${index} on level ${level} in a log of ${size}.`,
    );
  }
  const width = Math.min(TILE_WIDTH, has - tileIndex * TILE_WIDTH);
  return { tile: { level: tileLevel, index: tileIndex, width }, first: position % TILE_WIDTH, count };
}

/** The bytes of a tile: its hashes one after the other. */
export async function buildTile({ level, index, width }: HashTile, source: HashSource): Promise<Uint8Array> {
  const first = index * TILE_WIDTH;
  const hashes = await Promise.all(
    Array.from({ length: width }, (_, i) => source(level * TILE_HEIGHT, first + i)),
  );
  return Buffer.concat(hashes, width * HASH_BYTES);
}
