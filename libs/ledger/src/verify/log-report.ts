import type { Hash } from '../merkle/hash.js';
import type { CheckpointFailure } from '../note/open-checkpoint.js';

/** What can be wrong with a log. */
export type LogFaultCode =
  /** The leaf at `index` is not the canonical form of an entry. */
  | 'entry-malformed'
  /** Checkpoint `index` is not a checkpoint the log (and enough witnesses) signed. */
  | CheckpointFailure['code']
  /** Checkpoint `index` is not larger than the one before it. */
  | 'checkpoint-order'
  /** Checkpoint `index` has another root than the entries: an entry it covers was changed, removed, added or moved. */
  | 'checkpoint-mismatch'
  /** Checkpoint `index` covers more entries than there are: entries were cut off. */
  | 'checkpoint-beyond-end'
  /** No checkpoint could be verified, so nothing vouches for the entries. */
  | 'log-unsigned'
  /** The entry at `index` does not commit to the event it was opened with. */
  | 'opened-mismatch'
  /** There is no entry at `index` to open. */
  | 'opened-missing';

/** One fault and where it is. */
export interface LogFault {
  readonly code: LogFaultCode;
  /** Position of the entry (`entry-…`, `opened-…`) or of the checkpoint in the given list (others); from 0. */
  readonly index: number;
  /** One sentence for a person; no personal data. */
  readonly message: string;
}

/** What an offline verification found. The log is good exactly when `faultCount` is 0. */
export interface LogReport {
  /** Leaves read. */
  readonly entries: number;
  /** The root over all of them, as computed here. */
  readonly root: Hash;
  /** Checkpoints whose signature, order and root all hold. */
  readonly checkpointsVerified: number;
  /** Size of the largest of those; entries from here on are not vouched for by anyone yet. */
  readonly signedEntries: number;
  /** Opened entries whose event fits the commitment. */
  readonly openedVerified: number;
  /** All faults found. */
  readonly faultCount: number;
  /** The first faults, in the order found. */
  readonly faults: readonly LogFault[];
}
