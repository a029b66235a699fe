import fc from 'fast-check';

import { consistencyProof, verifyConsistency, type ConsistencyClaim } from './consistency-proof.js';
import { leafHash, type Hash } from './hash.js';
import { inclusionProof, verifyInclusion, type InclusionClaim } from './inclusion-proof.js';
import { naive } from './naive-tree.fixture.js';
import { flipBit, hex, someLeaves, treeOf } from './tree.fixture.js';

const LEAVES = someLeaves(130);
const TREE = treeOf(LEAVES);
const size = fc.integer({ min: 1, max: LEAVES.length });
const sizeAndIndex = size.chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1)));
const growth = size.chain((to) => fc.tuple(fc.integer({ min: 0, max: to }), fc.constant(to)));

const inclusionClaim = (index: number, n: number): InclusionClaim => ({
  leafHash: leafHash(LEAVES[index]!),
  index,
  size: n,
  root: TREE.roots[n]!,
});
const consistencyClaim = (from: number, to: number): ConsistencyClaim => ({
  oldSize: from,
  oldRoot: TREE.roots[from]!,
  newSize: to,
  newRoot: TREE.roots[to]!,
});

/** Every way to spoil a list of hashes a little. */
const spoil = fc.record({
  at: fc.nat(),
  bit: fc.nat(255),
  how: fc.constantFrom('flip', 'drop', 'add', 'swap'),
});
function spoiled(proof: readonly Hash[], { at, bit, how }: { at: number; bit: number; how: string }): Hash[] {
  const copy = [...proof];
  const i = at % Math.max(copy.length, 1);
  if (how === 'add' || copy.length === 0) copy.splice(i, 0, leafHash(Buffer.from('extra')));
  else if (how === 'flip') copy[i] = flipBit(copy[i]!, bit);
  else if (how === 'drop' || copy.length === 1) copy.splice(i, 1);
  else [copy[i], copy[(i + 1) % copy.length]] = [copy[(i + 1) % copy.length]!, copy[i]!];
  return copy;
}

describe('inclusion proof', () => {
  it('is the one the recursive definition gives, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, async ([n, index]) => {
        const proof = await inclusionProof(index, n, TREE.source);
        expect(proof.map(hex)).toEqual(naive.path(index, LEAVES.slice(0, n)).map(hex));
        expect(verifyInclusion(inclusionClaim(index, n), proof)).toEqual({ ok: true, value: true });
      }),
    );
  });

  it('is refused after any change to it', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, spoil, async ([n, index], how) => {
        const proof = spoiled(await inclusionProof(index, n, TREE.source), how);
        expect(verifyInclusion(inclusionClaim(index, n), proof).ok).toBe(false);
      }),
    );
  });

  it('is refused when a hash is missing or one too many, even if the hashes lead to the root', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, async ([n, index]) => {
        const proof = await inclusionProof(index, n, TREE.source);
        const claim = inclusionClaim(index, n);
        const wrongLength = { ok: false, error: { code: 'proof-length' } };
        expect(verifyInclusion(claim, [...proof, claim.root])).toMatchObject(wrongLength);
        if (n > 1) expect(verifyInclusion(claim, proof.slice(1))).toMatchObject(wrongLength);
      }),
    );
    // The last of 128 leaves has only left siblings: folding them blindly would also "prove" it alone in its tree.
    const last = inclusionClaim(127, 128);
    const path = await inclusionProof(127, 128, TREE.source);
    expect(verifyInclusion({ ...last, index: 0, size: 1 }, path)).toMatchObject({
      error: { code: 'proof-length' },
    });
  });

  it('is refused for another leaf, index or root', async () => {
    await fc.assert(
      fc.asyncProperty(sizeAndIndex, fc.nat(LEAVES.length), fc.nat(255), async ([n, index], other, bit) => {
        const proof = await inclusionProof(index, n, TREE.source);
        const claim = inclusionClaim(index, n);
        expect(verifyInclusion({ ...claim, leafHash: flipBit(claim.leafHash, bit) }, proof).ok).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipBit(claim.root, bit) }, proof).ok).toBe(false);
        if (other !== index) expect(verifyInclusion({ ...claim, index: other }, proof).ok).toBe(false);
      }),
    );
  });

  it.each([
    [-1, 5],
    [5, 5],
    [0, 0],
    [0.5, 5],
    [Number.NaN, 5],
    [2 ** 53, 2 ** 53 + 2],
  ])('is refused for leaf %d of %d, and cannot be asked for', async (index, n) => {
    const claim = { leafHash: leafHash(LEAVES[0]!), index, size: n, root: TREE.roots[5]! };
    expect(verifyInclusion(claim, [])).toMatchObject({ ok: false, error: { code: 'proof-range' } });
    await expect(inclusionProof(index, n, TREE.source)).rejects.toMatchObject({ code: 'ledger-proof-range' });
  });

  it('is refused with a hash of another length', () => {
    const claim = { ...inclusionClaim(0, 2) };
    expect(verifyInclusion(claim, [Buffer.alloc(31)])).toMatchObject({ error: { code: 'proof-length' } });
  });

  it('names a node that does not exist', async () => {
    await expect(inclusionProof(0, LEAVES.length + 1, TREE.source)).rejects.toMatchObject({
      code: 'ledger-node-missing',
    });
  });
});

describe('consistency proof', () => {
  it('is the one the recursive definition gives, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(growth, async ([from, to]) => {
        const proof = await consistencyProof(from, to, TREE.source);
        if (from > 0) expect(proof.map(hex)).toEqual(naive.consistency(from, LEAVES.slice(0, to)).map(hex));
        expect(verifyConsistency(consistencyClaim(from, to), proof)).toEqual({ ok: true, value: true });
      }),
    );
  });

  it('is refused after any change to it', async () => {
    await fc.assert(
      fc.asyncProperty(growth, spoil, async ([from, to], how) => {
        const proof = spoiled(await consistencyProof(from, to, TREE.source), how);
        expect(verifyConsistency(consistencyClaim(from, to), proof).ok).toBe(false);
      }),
    );
  });

  it('is refused when a hash is missing or one too many', async () => {
    await fc.assert(
      fc.asyncProperty(growth, async ([from, to]) => {
        const proof = await consistencyProof(from, to, TREE.source);
        const claim = consistencyClaim(from, to);
        const wrongLength = { ok: false, error: { code: 'proof-length' } };
        expect(verifyConsistency(claim, [...proof, claim.newRoot])).toMatchObject(wrongLength);
        if (proof.length > 0) expect(verifyConsistency(claim, proof.slice(0, -1))).toMatchObject(wrongLength);
      }),
    );
  });

  it('is refused for another root on either side', async () => {
    await fc.assert(
      fc.asyncProperty(growth, fc.nat(255), async ([from, to], bit) => {
        const proof = await consistencyProof(from, to, TREE.source);
        const claim = consistencyClaim(from, to);
        expect(verifyConsistency({ ...claim, oldRoot: flipBit(claim.oldRoot, bit) }, proof).ok).toBe(false);
        // From the empty tree everything is consistent, so only there the new root is not bound by the proof.
        if (from > 0) {
          expect(verifyConsistency({ ...claim, newRoot: flipBit(claim.newRoot, bit) }, proof).ok).toBe(false);
        }
      }),
    );
  });

  it('cannot be made for a log whose past was rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(growth, fc.nat(), async ([from, to], victim) => {
        fc.pre(from > 0);
        const rewritten = LEAVES.map((leaf, i) => (i === victim % from ? Buffer.from('rewritten') : leaf));
        const forged = treeOf(rewritten.slice(0, to));
        const proof = await consistencyProof(from, to, forged.source);
        const claim = { ...consistencyClaim(from, to), newRoot: forged.frontier.root() };
        expect(verifyConsistency(claim, proof).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused for a log that shrinks', async () => {
    expect(verifyConsistency(consistencyClaim(6, 5), [])).toMatchObject({ error: { code: 'proof-range' } });
    await expect(consistencyProof(6, 5, TREE.source)).rejects.toMatchObject({ code: 'ledger-proof-range' });
  });
});
