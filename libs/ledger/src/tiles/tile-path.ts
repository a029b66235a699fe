import { ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';

/** Hashes in a full tile, entries in a full bundle (c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;
/** Levels of the tree inside one tile. */
export const TILE_HEIGHT = 8;

/** A tile of the tree, or a bundle of the entries below the tiles of level 0. */
export interface TileId {
  /** 0–63, or `entries` for an entry bundle. */
  readonly level: number | 'entries';
  /** Which tile of its level, from 0. */
  readonly index: number;
  /** Hashes or entries in it: 1–256; below 256 it is partial. */
  readonly width: number;
}

/** The path of a tile below the log's prefix: `tile/<L>/<N>[.p/<W>]`. */
export function tilePath({ level, index, width }: TileId): string {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Reads what {@link tilePath} writes and nothing else, so it is safe to serve files by. */
export function parseTilePath(path: string): Result<TileId, Failure<'tile-path-malformed'>> {
  const parts = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  const [, levelText, number, widthText] = parts ?? [];
  if (levelText === undefined || number === undefined) return malformed();
  const level = levelText === 'entries' ? 'entries' : Number(levelText);
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  const tile: TileId = { level, index: Number(number.replaceAll(/[x/]/g, '')), width };
  const inRange =
    (level === 'entries' || level < 64) && width <= TILE_WIDTH && Number.isSafeInteger(tile.index);
  return inRange && tilePath(tile) === path ? ok(tile) : malformed();
}

function malformed() {
  return refuse('tile-path-malformed', 'A tile path has the form tile/<L>/<N>[.p/<W>].');
}
