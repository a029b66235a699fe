import { BatonError, ok, type Result } from '@baton/kernel';

import { refuse } from '../failure.js';
import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameHash, type Hash } from './hash.js';
import type { ProofFailure } from './inclusion-proof.js';
import { rangeHashes, splitPoint, type HashSource, type LeafRange } from './node-range.js';

/** What a consistency proof claims: the tree of `oldSize` leaves is the beginning of the tree of `newSize` leaves. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly newSize: number;
  readonly newRoot: Hash;
}

/**
 * The proof that a log only grew between two sizes (RFC 9162 §2.1.4.1). Empty when the sizes are equal or the old
 * tree had no leaves.
 * @throws BatonError `ledger-proof-range` unless 0 ≤ oldSize ≤ newSize.
 */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  source: HashSource,
): Promise<Hash[]> {
  if (!isGrowth(oldSize, newSize)) {
    throw new BatonError('ledger-proof-range', `A log cannot grow from ${oldSize} to ${newSize} leaves.`);
  }
  return rangeHashes(keptRanges(oldSize, newSize), source);
}

/** Checks a consistency proof (RFC 9162 §2.1.4.2). Success means: nothing under the old root was changed or removed. */
export function verifyConsistency(
  claim: ConsistencyClaim,
  proof: readonly Hash[],
): Result<true, ProofFailure> {
  const { oldSize, newSize, oldRoot, newRoot } = claim;
  if (!isGrowth(oldSize, newSize)) return refuse('proof-range', 'The new tree is smaller than the old one.');
  if ([oldRoot, newRoot, ...proof].some((hash) => hash.length !== HASH_BYTES)) {
    return refuse('proof-length', 'A hash in the proof does not have 32 bytes.');
  }
  if (oldSize === 0 || oldSize === newSize) {
    if (proof.length > 0) return refuse('proof-length', 'The proof has too many hashes.');
    return sameHash(oldRoot, oldSize === 0 ? EMPTY_ROOT : newRoot) ? ok(true) : mismatch();
  }
  return verifyGrowth(claim, proof);
}

function verifyGrowth(claim: ConsistencyClaim, proof: readonly Hash[]): Result<true, ProofFailure> {
  if (proof.length === 0) return tooFew();
  let fn = claim.oldSize - 1;
  let sn = claim.newSize - 1;
  while (fn % 2 === 1) {
    fn = (fn - 1) / 2;
    sn = Math.floor(sn / 2);
  }
  // fn is 0 exactly when the old tree is one complete subtree; its root is then the path's unsent first hash.
  const path = fn === 0 ? [claim.oldRoot, ...proof] : proof;
  let oldHash = path[0]!;
  let newHash = path[0]!;
  for (const hash of path.slice(1)) {
    if (sn === 0) return refuse('proof-length', 'The proof has too many hashes.');
    if (fn % 2 === 1 || fn === sn) {
      oldHash = nodeHash(hash, oldHash);
      newHash = nodeHash(hash, newHash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      newHash = nodeHash(newHash, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  if (sn !== 0) return tooFew();
  return sameHash(oldHash, claim.oldRoot) && sameHash(newHash, claim.newRoot) ? ok(true) : mismatch();
}

function tooFew() {
  return refuse('proof-length', 'The proof has too few hashes.');
}

function mismatch() {
  return refuse('proof-mismatch', 'The proof leads to other roots.');
}

function isGrowth(oldSize: number, newSize: number): boolean {
  return Number.isSafeInteger(oldSize) && Number.isSafeInteger(newSize) && oldSize >= 0 && oldSize <= newSize;
}

function keptRanges(oldSize: number, newSize: number): LeafRange[] {
  if (oldSize === 0 || oldSize === newSize) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = newSize;
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // A subtree that starts at leaf 0 and ends at the old size is the old tree itself: the verifier has its root.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}
