import type { AuditEntry } from '../domain/audit-entry.js';

/** What proves one event of a log to somebody who has nothing but a key: a file of one line. */
export interface EventProof {
  readonly v: 1;
  readonly tenant: string;
  /** Of the key that signed the checkpoint; believe it only if you know it from elsewhere. */
  readonly verifierKey: string;
  /** The event with its salt and commitment. */
  readonly entry: AuditEntry;
  /** Leaf, inclusion proof and signed checkpoint (c2sp.org/tlog-proof); any reader of that format can check it. */
  readonly tlogProof: string;
}
