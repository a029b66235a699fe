import fc from 'fast-check';

import { Frontier } from './frontier.js';
import { leafHash } from './hash.js';
import { naive } from './naive-tree.fixture.js';
import { rootOf } from './root-of.js';
import { hex, someLeaves, treeOf } from './tree.fixture.js';

const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });

describe('Frontier', () => {
  it('has the root that the recursive definition gives, at every size', () => {
    fc.assert(
      fc.property(leaves, (data) => {
        const { roots } = treeOf(data);
        roots.forEach((root, size) => expect(hex(root)).toBe(hex(naive.root(data.slice(0, size)))));
        expect(hex(rootOf(data.map(leafHash)))).toBe(hex(naive.root(data)));
      }),
      { numRuns: 50 },
    );
  });

  it('goes on after storage exactly where it was', () => {
    fc.assert(
      fc.property(leaves, leaves, (before, after) => {
        const { frontier } = treeOf(before);
        const restored = Frontier.fromJSON(JSON.parse(JSON.stringify(frontier)));
        if (!restored.ok) throw new Error(restored.error.message);
        for (const leaf of after) restored.value.append(leafHash(leaf));
        expect(restored.value.size).toBe(before.length + after.length);
        expect(hex(restored.value.root())).toBe(hex(naive.root([...before, ...after])));
      }),
      { numRuns: 50 },
    );
  });

  it('copies without sharing', () => {
    const { frontier } = treeOf(someLeaves(3));
    const before = hex(frontier.root());
    frontier.clone().append(leafHash(Buffer.from('x')));
    expect(hex(frontier.root())).toBe(before);
  });

  it('holds one hash per set bit of its size', () => {
    expect(treeOf(someLeaves(255)).frontier.toJSON().hashes).toHaveLength(8);
    expect(treeOf(someLeaves(256)).frontier.toJSON().hashes).toHaveLength(1);
  });

  it('counts beyond 32 bits', () => {
    const hashes = [Buffer.alloc(32, 1).toString('base64')];
    const big = Frontier.fromJSON({ size: 2 ** 40, hashes });
    if (!big.ok) throw new Error(big.error.message);
    const completed: number[] = [];
    big.value.append(leafHash(Buffer.from('a')), (level) => completed.push(level));
    big.value.append(leafHash(Buffer.from('b')), (level) => completed.push(level));
    expect(completed).toEqual([0, 0, 1]);
    expect(big.value.toJSON().size).toBe(2 ** 40 + 2);
    expect(big.value.toJSON().hashes).toHaveLength(2);
  });

  it.each([
    ['a size that is no whole number', { size: 1.5, hashes: [] }],
    ['a negative size', { size: -1, hashes: [] }],
    ['too few hashes', { size: 3, hashes: [Buffer.alloc(32).toString('base64')] }],
    ['a short hash', { size: 1, hashes: ['AAAA'] }],
    ['no base64', { size: 1, hashes: ['!'] }],
  ])('refuses stored state with %s', (_, json) => {
    expect(Frontier.fromJSON(json)).toMatchObject({ ok: false, error: { code: 'frontier-malformed' } });
  });

  it('refuses a leaf hash of another length', () => {
    expect(() => new Frontier().append(Buffer.alloc(31))).toThrow('32 bytes');
  });

  it('hashes leaves of any length as the definition does', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 4094, 4095, 4096, 70_000), fc.nat(255), (length, fill) => {
        const data = Buffer.alloc(length, fill);
        expect(hex(leafHash(data))).toBe(hex(naive.leaf(data)));
      }),
    );
  });
});
