import { BatonError } from '@baton/kernel';
import {
  HASH_BYTES,
  leafHash,
  rootOf,
  TILE_HEIGHT,
  TILE_WIDTH,
  tilePath,
  tilesBetween,
  type Hash,
  type HashTile,
} from '@baton/ledger';
import { base64, leafOf } from '../domain/seal-event.js';
import type { LogStore } from './log-store.js';
import { entriesBetween } from './read-entries.js';

interface CachedTile {
  readonly bytes: Buffer;
  /** Hashes in it so far. A tile only grows, so a narrower one is its beginning. */
  width: number;
  saved: boolean;
}

const KEPT_TILES = 256;

/**
 * The tiles of one tenant's tree: fed by the writer, saved when full, read for proofs. What it does not have it reads from the
 * store, and what is not there it builds again from the entries.
 */
export class TileCache {
  readonly #store: LogStore;
  readonly #tenant: string;
  readonly #tiles = new Map<string, CachedTile>();

  constructor(store: LogStore, tenant: string) {
    this.#store = store;
    this.#tenant = tenant;
  }

  /** Takes a node the moment the frontier completes it. */
  readonly add = (level: number, index: number, hash: Hash): void => {
    if (level % TILE_HEIGHT !== 0) return;
    const position = index % TILE_WIDTH;
    const key = keyOf(level / TILE_HEIGHT, Math.floor(index / TILE_WIDTH));
    let tile = this.#tiles.get(key);
    if (tile === undefined && position === 0) {
      tile = emptyTile();
      this.#tiles.set(key, tile);
    }
    // A tile begun before this process did is left to `read`, which fetches its beginning.
    if (tile?.width !== position) return;
    tile.bytes.set(hash, position * HASH_BYTES);
    tile.width += 1;
  };

  /** Makes sure that every tile that became full between two sizes is stored. */
  async saveFull(oldSize: number, newSize: number): Promise<void> {
    for (const tile of tilesBetween(oldSize, newSize)) {
      if (tile.width === TILE_WIDTH) await this.#full(tile);
    }
    this.#forgetOld();
  }

  /** The hashes of a tile; the log must have at least those. Throws `audit-entry-missing` where it does not. */
  async read(tile: HashTile): Promise<Uint8Array> {
    const cached = tile.width === TILE_WIDTH ? await this.#full(tile) : await this.#atLeast(tile);
    return cached.bytes.subarray(0, tile.width * HASH_BYTES);
  }

  async #full(tile: HashTile): Promise<CachedTile> {
    const known = this.#tiles.get(keyOf(tile.level, tile.index));
    if (known?.saved) return known;
    const id = `${this.#tenant}/${tilePath(tile)}`;
    const stored = known?.width === TILE_WIDTH ? undefined : await this.#store.tiles.get(id);
    if (stored !== undefined) return this.#keep(tile, Buffer.from(stored.body.hashes, 'base64'));
    const built = await this.#atLeast(tile);
    // A conflict means that somebody else saved the same hashes.
    await this.#store.tiles.save(id, 0, { hashes: base64(built.bytes) });
    built.saved = true;
    return built;
  }

  #keep(tile: HashTile, bytes: Buffer): CachedTile {
    const kept = { bytes, width: bytes.length / HASH_BYTES, saved: true };
    this.#tiles.set(keyOf(tile.level, tile.index), kept);
    return kept;
  }

  async #atLeast(tile: HashTile): Promise<CachedTile> {
    const key = keyOf(tile.level, tile.index);
    let cached = this.#tiles.get(key);
    if (cached !== undefined && cached.width >= tile.width) return cached;
    const from = cached?.width ?? 0;
    const missing = await this.#hashes(tile, from);
    cached = this.#tiles.get(key) ?? emptyTile();
    this.#tiles.set(key, cached);
    missing.forEach((hash, i) => cached.bytes.set(hash, (from + i) * HASH_BYTES));
    cached.width = Math.max(cached.width, tile.width);
    return cached;
  }

  /** Hashes of a tile from position `from` on: of entries, or of the full tiles below. */
  async #hashes({ level, index, width }: HashTile, from: number): Promise<Hash[]> {
    const first = index * TILE_WIDTH;
    if (level === 0) {
      const entries = await entriesBetween(this.#store.entries, this.#tenant, first + from, first + width);
      if (entries.length < width - from) {
        throw new BatonError('audit-entry-missing', `Entry ${first + from + entries.length} is missing.`);
      }
      return entries.map((entry) => leafHash(leafOf(entry, entry.commitment)));
    }
    const hashes: Hash[] = [];
    for (let i = from; i < width; i++) {
      const below = await this.read({ level: level - 1, index: first + i, width: TILE_WIDTH });
      hashes.push(rootOf(splitHashes(below)));
    }
    return hashes;
  }

  #forgetOld(): void {
    for (const [key, { saved }] of this.#tiles) {
      if (this.#tiles.size <= KEPT_TILES) return;
      if (saved) this.#tiles.delete(key);
    }
  }
}

function keyOf(level: number, index: number): string {
  return `${level}/${index}`;
}

function emptyTile(): CachedTile {
  return { bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), width: 0, saved: false };
}

function splitHashes(bytes: Uint8Array): Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
