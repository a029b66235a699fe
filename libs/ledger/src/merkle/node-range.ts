import { EMPTY_ROOT, nodeHash, type Hash } from './hash.js';

/** A complete subtree: level 0 are leaves, and node `index` on `level` covers leaves `index·2^level` onwards. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/**
 * Where the hashes of complete subtrees are read: a table, tiles, an in-memory index. May answer later.
 * A source that does not hold a node throws; it never guesses.
 */
export type HashSource = (level: number, index: number) => Hash | Promise<Hash>;

/** The leaves from `start` up to but without `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two smaller than `n`, for `n` ≥ 2 (RFC 9162 §2.1.1, the split point `k`). */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The fewest complete subtrees that cover a range met in a proof, widest first. */
export function nodesOf({ start, end }: LeafRange): NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The root over neighbouring subtrees of strictly falling width; of none it is the empty root. */
export function foldRight(hashes: readonly Hash[]): Hash {
  let root = hashes.at(-1);
  if (root === undefined) return EMPTY_ROOT;
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root);
  return root;
}

/** The Merkle tree hash of each range; all nodes are asked for at once, so a slow source is waited for once. */
export async function rangeHashes(ranges: readonly LeafRange[], source: HashSource): Promise<Hash[]> {
  const hashes = ranges.map((range) =>
    Promise.all(nodesOf(range).map((node) => source(node.level, node.index))),
  );
  return (await Promise.all(hashes)).map(foldRight);
}
