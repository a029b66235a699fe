import type { CheckpointFailure, VerifierKeyFailure } from '@baton/ledger';

/** What can be wrong with a log. */
export type AuditFaultCode =
  /** A line of the bundle is not exactly what an export writes. */
  | 'line-malformed'
  /** The entry at `index` is not of an entry's form. */
  | 'entry-malformed'
  /** The entry at `index` says it is of another tenant or at another place. */
  | 'entry-misplaced'
  /** The event kept at `index` is not the one its entry commits to. */
  | 'commitment-mismatch'
  /** The event at `index` is in the log already. */
  | 'event-doubled'
  /** There are entries in the store that no log reaches: one before them is missing. */
  | 'entries-unreachable'
  /** Checkpoint `index` is not one the log signed. */
  | CheckpointFailure['code']
  /** What is stored beside checkpoint `index` differs from what was signed. */
  | 'checkpoint-fields'
  /** Checkpoint `index` is not larger than the one before it. */
  | 'checkpoint-order'
  /** The entries do not have the root that checkpoint `index` was signed with. */
  | 'checkpoint-mismatch'
  /** Checkpoint `index` covers more entries than there are. */
  | 'checkpoint-beyond-end'
  /** Checkpoint `index` was announced to everyone and is not stored. */
  | 'checkpoint-missing'
  /** No checkpoint vouches for the entries. */
  | 'log-unsigned'
  /** There is no key to believe the log's signatures with. */
  | 'key-missing'
  /** The key that came with the log is none. */
  | VerifierKeyFailure['code'];

/** One fault and where it is. */
export interface AuditFault {
  readonly code: AuditFaultCode;
  /** Of the entry, the checkpoint or the line, from 0. */
  readonly index: number;
  /** One sentence for a person; no personal data. */
  readonly message: string;
}

/** What verifying one tenant's log found. */
export interface AuditReport {
  readonly ok: boolean;
  readonly tenant: string;
  readonly origin: string;
  readonly verifierKeys: readonly string[];
  /**
   * `given`: by who verifies. `found`: with the log itself, so it only shows that the log agrees with itself; whoever can write
   * the log and has its key could have made all of it.
   */
  readonly keySource: 'given' | 'found';
  readonly entries: number;
  /** Base64, over all entries. */
  readonly root: string;
  readonly checkpoints: number;
  readonly checkpointsVerified: number;
  /** Entries that a verified checkpoint covers; later ones are vouched for by nobody yet. */
  readonly signedEntries: number;
  /** Events that fit their commitment. */
  readonly opened: number;
  /** Events that were erased: their entries still stand in the tree. */
  readonly erased: number;
  readonly faultCount: number;
  /** The first ones. */
  readonly faults: readonly AuditFault[];
}

/** What verifying a whole data folder found. */
export interface FolderReport {
  readonly ok: boolean;
  readonly logs: readonly AuditReport[];
  /** Faults that belong to no log. */
  readonly faults: readonly AuditFault[];
}

const MOST_KEPT = 1_000;

/** Collects faults: counts all, keeps the first. */
export class FaultList {
  readonly kept: AuditFault[] = [];
  count = 0;

  add(code: AuditFaultCode, index: number, message: string): void {
    this.count += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push({ code, index, message });
  }

  /** Takes over those of another list. */
  addAll(kept: readonly AuditFault[], count: number): void {
    this.count += count;
    this.kept.push(...kept.slice(0, MOST_KEPT - this.kept.length));
  }
}
