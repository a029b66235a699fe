import fc from 'fast-check';

import { consistencyProof, verifyConsistency } from '../merkle/consistency-proof.js';
import { leafHash } from '../merkle/hash.js';
import { inclusionProof, verifyInclusion } from '../merkle/inclusion-proof.js';
import { someLeaves, treeOf } from '../merkle/tree.fixture.js';
import { decodeEntryBundle, encodeEntryBundle } from './entry-bundle.js';
import { tileHashSource } from './tile-hash-source.js';
import { parseTilePath, tilePath, type TileId } from './tile-path.js';
import { buildTile, tilesBetween } from './tile.js';

const tileIds: fc.Arbitrary<TileId> = fc.record({
  level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
  index: fc.maxSafeNat(),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('tile path', () => {
  it.each([
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 0, width: 17 }, 'tile/1/000.p/17'],
    [{ level: 'entries', index: 273, width: 112 } as const, 'tile/entries/273.p/112'],
    [{ level: 63, index: 1000, width: 1 }, 'tile/63/x001/000.p/1'],
  ])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual({ ok: true, value: tile });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(tileIds, (tile) =>
        expect(parseTilePath(tilePath(tile))).toEqual({ ok: true, value: tile }),
      ),
    );
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/300',
    'tile/0/000.p/01',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/../000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    '',
  ])('refuses %s', (path) => {
    expect(parseTilePath(path)).toMatchObject({ ok: false, error: { code: 'tile-path-malformed' } });
  });
});

describe('tiles', () => {
  it('are those of the specification for a log of 70,000', () => {
    const tiles = [...tilesBetween(0, 70_000)];
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([0, 1, 2].map((level) => [count(level, true), count(level, false)])).toEqual([
      [273, 1],
      [1, 1],
      [0, 1],
    ]);
    expect(tiles.filter(({ width }) => width < 256).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect([...tilesBetween(0, 256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect([...tilesBetween(0, 0)]).toEqual([]);
  });

  it('written at each growth are together those of the whole log, with the partial ones it passed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70_000), { minLength: 1, maxLength: 6 }), (steps) => {
        const sizes = [0, ...steps.sort((a, b) => a - b)];
        const written = sizes.slice(1).flatMap((size, i) => [...tilesBetween(sizes[i]!, size)].map(tilePath));
        const expected = new Set(sizes.flatMap((size) => [...tilesBetween(0, size)].map(tilePath)));
        expect(new Set(written).size).toBe(written.length);
        expect(new Set(written)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('are enough to prove everything', async () => {
    const size = 1_500;
    const leaves = someLeaves(size);
    const tree = treeOf(leaves);
    const stored = new Map<string, Uint8Array>();
    for (const tile of tilesBetween(0, size)) stored.set(tilePath(tile), await buildTile(tile, tree.source));
    const source = tileHashSource(size, (tile) => stored.get(tilePath(tile)) ?? new Uint8Array(0));
    const root = tree.frontier.root();

    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.integer({ min: 1, max: size }), async (index, oldSize) => {
        const inclusion = await inclusionProof(index, size, source);
        const claim = { leafHash: leafHash(leaves[index]!), index, size, root };
        expect(verifyInclusion(claim, inclusion).ok).toBe(true);
        const growth = { oldSize, oldRoot: tree.roots[oldSize]!, newSize: size, newRoot: root };
        expect(verifyConsistency(growth, await consistencyProof(oldSize, size, source)).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('of another length are refused, and nodes beyond the log are named', async () => {
    const source = tileHashSource(10, () => new Uint8Array(9 * 32));
    await expect(source(0, 3)).rejects.toMatchObject({ code: 'ledger-tile-length' });
    await expect(source(0, 10)).rejects.toMatchObject({ code: 'ledger-node-missing' });
    await expect(source(3, 1)).rejects.toMatchObject({ code: 'ledger-node-missing' });
  });
});

describe('entry bundle', () => {
  const bundle = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(bundle, (leaves) => {
        const read = decodeEntryBundle(encodeEntryBundle(leaves), leaves.length);
        expect(read.ok && read.value.map((leaf) => [...leaf])).toEqual(leaves.map((leaf) => [...leaf]));
      }),
    );
  });

  it('is refused when it is longer, shorter or of another width', () => {
    fc.assert(
      fc.property(bundle, fc.nat(), (leaves, cut) => {
        const bytes = encodeEntryBundle(leaves);
        expect(decodeEntryBundle(bytes, leaves.length + 1).ok).toBe(false);
        expect(decodeEntryBundle(bytes, leaves.length - 1).ok).toBe(false);
        expect(decodeEntryBundle(Buffer.concat([bytes, Buffer.of(0)]), leaves.length).ok).toBe(false);
        expect(decodeEntryBundle(bytes.subarray(0, cut % bytes.length), leaves.length).ok).toBe(false);
      }),
    );
  });

  it('holds 65,535 bytes and no more, 256 entries and no more', () => {
    expect(decodeEntryBundle(encodeEntryBundle([Buffer.alloc(65_535)]), 1).ok).toBe(true);
    expect(() => encodeEntryBundle([Buffer.alloc(65_536)])).toThrow('65,535');
    expect(() => encodeEntryBundle(Array.from({ length: 257 }, () => Buffer.alloc(1)))).toThrow('256');
    expect(() => encodeEntryBundle([])).toThrow('1 to 256');
  });
});
