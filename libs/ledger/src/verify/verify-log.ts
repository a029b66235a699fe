import { BatonError } from '@baton/kernel';

import { openCommitment } from '../entry/commitment.js';
import { isEntry, leafBytes, parseEntry, type LeafData } from '../entry/entry.js';
import { Frontier } from '../merkle/frontier.js';
import { leafHash, sameHash } from '../merkle/hash.js';
import { parseVerifierKey, type NoteVerifier } from '../note/verifier.js';
import { checkpointQueue, type FaultSink } from './checkpoint-queue.js';
import type { LogFault, LogReport } from './log-report.js';

/** An event given in the clear, to be checked against the entry that commits to it. */
export interface OpenedEntry {
  readonly index: number;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** What an auditor holds: the exported log and the keys to believe. */
export interface LogToVerify {
  /** Leaf data of every entry from the first, in order. Read once; memory does not grow with it. */
  readonly entries: AsyncIterable<LeafData> | Iterable<LeafData>;
  /** Signed checkpoint notes, in the order the log issued them: each larger than the one before. */
  readonly checkpoints: readonly string[];
  /** The log's verifier key, or all it ever had. */
  readonly verifierKey: string | readonly string[];
  /** The log's origin. Default: the name in its (first) verifier key. */
  readonly origin?: string;
  /** Verifier keys of witnesses. */
  readonly witnessKeys?: readonly string[];
  /** How many of them must have cosigned each checkpoint. Default 0. */
  readonly quorum?: number;
  /** Events to check against their commitments. */
  readonly opened?: readonly OpenedEntry[];
  /** How many faults to list; all are counted. Default 1,000. */
  readonly maxFaults?: number;
}

/**
 * Verifies a whole log offline, in one pass: recomputes the tree, compares every signed checkpoint with the root at
 * its size, and checks opened events against their commitments. Faults are reported, not thrown.
 * @throws BatonError `verifier-key-…` if a key given cannot be used; and whatever `entries` throws.
 */
export async function verifyLog(log: LogToVerify): Promise<LogReport> {
  const faults: LogFault[] = [];
  let faultCount = 0;
  const fault: FaultSink = (code, index, message) => {
    if (faultCount++ < (log.maxFaults ?? 1000)) faults.push({ code, index, message });
  };

  const logKeys = [log.verifierKey].flat().map(verifierOf);
  const trust = {
    origin: log.origin ?? logKeys[0]?.name ?? '',
    log: logKeys,
    witnesses: (log.witnessKeys ?? []).map(verifierOf),
    quorum: log.quorum ?? 0,
  };
  const queue = checkpointQueue(log.checkpoints, trust, fault);
  const opened = Map.groupBy(log.opened ?? [], ({ index }) => index);
  const frontier = new Frontier();
  let next = 0;
  let checkpointsVerified = 0;
  let signedEntries = 0;
  let openedVerified = 0;

  const compareCheckpoints = () => {
    for (let due = queue[next]; due?.size === frontier.size; due = queue[++next]) {
      if (!sameHash(frontier.root(), due.root)) {
        const message = `The entries up to ${due.size} differ from what was signed; they agreed up to ${signedEntries}.`;
        fault('checkpoint-mismatch', due.index, message);
      } else if (due.inOrder) {
        checkpointsVerified++;
        signedEntries = due.size;
      }
    }
  };

  const openEntry = (index: number, leafData: LeafData, claims: readonly OpenedEntry[]) => {
    const entry = parseEntry(leafData);
    for (const { salt, bytes } of claims) {
      if (entry.ok && openCommitment(entry.value, salt, bytes)) openedVerified++;
      else fault('opened-mismatch', index, 'The entry does not commit to this event under this salt.');
    }
    opened.delete(index);
  };

  compareCheckpoints();
  for await (const leafData of log.entries) {
    const index = frontier.size;
    if (!isEntry(leafData))
      fault('entry-malformed', index, 'The leaf is not the canonical JSON of a ledger entry.');
    const claims = opened.get(index);
    if (claims !== undefined) openEntry(index, leafData, claims);
    frontier.append(leafHash(leafBytes(leafData)));
    if (queue[next]?.size === frontier.size) compareCheckpoints();
  }

  for (const { index, size } of queue.slice(next)) {
    fault('checkpoint-beyond-end', index, `It covers ${size} entries; there are ${frontier.size}.`);
  }
  for (const index of opened.keys())
    fault('opened-missing', index, `There are only ${frontier.size} entries.`);
  if (checkpointsVerified === 0) fault('log-unsigned', 0, 'No checkpoint vouches for these entries.');
  return {
    entries: frontier.size,
    root: frontier.root(),
    checkpointsVerified,
    signedEntries,
    openedVerified,
    faultCount,
    faults,
  };
}

function verifierOf(key: string): NoteVerifier {
  const verifier = parseVerifierKey(key);
  if (!verifier.ok) throw new BatonError(verifier.error.code, verifier.error.message);
  return verifier.value;
}
