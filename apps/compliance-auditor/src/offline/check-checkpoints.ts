import { Frontier, openCheckpoint, sameHash, type Hash, type LogTrust } from '@baton/ledger';
import type { FaultList } from './audit-report.js';
import type { HashList } from './hash-list.js';

/** What the signed checkpoints say of the entries. */
export interface CheckpointFindings {
  readonly root: Hash;
  readonly verified: number;
  /** Size of the largest verified one. */
  readonly signedEntries: number;
}

/** Opens every checkpoint and compares it with the root the entries have at its size. */
export function checkCheckpoints(
  notes: readonly string[],
  hashes: HashList,
  trust: LogTrust,
  faults: FaultList,
): CheckpointFindings {
  const opened = notes.flatMap((note, index) => {
    const result = openCheckpoint(note, trust);
    if (result.ok) return [{ index, ...result.value.checkpoint }];
    faults.add(result.error.code, index, result.error.message);
    return [];
  });
  const due = opened.toSorted((a, b) => a.size - b.size);
  const frontier = new Frontier();
  let verified = 0;
  let signedEntries = 0;
  let next = 0;
  for (;;) {
    for (; due[next]?.size === frontier.size; next++) {
      const { index, size, root } = due[next]!;
      if (sameHash(root, frontier.root())) {
        verified += 1;
        signedEntries = size;
      } else {
        const message = `The entries up to ${size} differ from what was signed; they agreed up to ${signedEntries}.`;
        faults.add('checkpoint-mismatch', index, message);
      }
    }
    if (frontier.size === hashes.length) break;
    frontier.append(hashes.at(frontier.size));
  }
  for (const { index, size } of due.slice(next)) {
    faults.add('checkpoint-beyond-end', index, `It covers ${size} entries; there are ${hashes.length}.`);
  }
  return { root: frontier.root(), verified, signedEntries };
}
