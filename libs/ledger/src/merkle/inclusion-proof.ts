import { BatonError, ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';
import { HASH_BYTES, nodeHash, sameHash, type Hash } from './hash.js';
import { rangeHashes, splitPoint, type HashSource, type LeafRange } from './node-range.js';

/** Why a proof does not prove what it claims. */
export type ProofFailure = Failure<'proof-range' | 'proof-length' | 'proof-mismatch'>;

/** What an inclusion proof claims: this leaf stands at `index` in the tree of `size` leaves with this root. */
export interface InclusionClaim {
  readonly leafHash: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
}

/**
 * The proof that leaf `index` is in the tree of the first `size` leaves: sibling hashes, leaf side first
 * (RFC 9162 §2.1.3.1), at most 53.
 * @throws BatonError `ledger-proof-range` unless 0 ≤ index < size.
 */
export async function inclusionProof(index: number, size: number, source: HashSource): Promise<Hash[]> {
  if (!isLeafOf(index, size))
    throw new BatonError('ledger-proof-range', `There is no leaf ${index} in a tree of ${size}.`);
  return rangeHashes(siblings(index, size), source);
}

/** Checks an inclusion proof (RFC 9162 §2.1.3.2). Success means: under this root, this leaf and no other is at `index`. */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Hash[]): Result<true, ProofFailure> {
  const { index, size } = claim;
  if (!isLeafOf(index, size)) return refuse('proof-range', `There is no leaf ${index} in a tree of ${size}.`);
  if ([claim.leafHash, claim.root, ...proof].some((hash) => hash.length !== HASH_BYTES)) {
    return refuse('proof-length', 'A hash in the proof does not have 32 bytes.');
  }
  let fn = index;
  let sn = size - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (sn === 0) return refuse('proof-length', 'The proof has too many hashes.');
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  if (sn !== 0) return refuse('proof-length', 'The proof has too few hashes.');
  if (!sameHash(hash, claim.root)) return refuse('proof-mismatch', 'The proof leads to another root.');
  return ok(true);
}

function isLeafOf(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

function siblings(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}
