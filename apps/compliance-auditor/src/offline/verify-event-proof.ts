import { err, ok, type Result } from '@baton/kernel';
import {
  parseVerifierKey,
  verifyTlogProof,
  type TlogProofFailure,
  type VerifierKeyFailure,
} from '@baton/ledger';
import { isEntryShaped, leafOfEntry, openEntry } from '../domain/check-entry.js';
import type { EventProof } from './event-proof.js';
import { keysOf } from './verify-bundle.js';

/** Why a proof proves nothing. */
export type EventProofFailure =
  | 'proof-malformed'
  | 'commitment-mismatch'
  | 'entry-misplaced'
  | 'no-key'
  | TlogProofFailure['code']
  | VerifierKeyFailure['code'];

/** What was proven. */
export interface ProvenEvent {
  readonly tenant: string;
  readonly index: number;
  readonly eventId: string;
  readonly type: string;
  readonly time: string;
  /** Of the log at the checkpoint. */
  readonly size: number;
  readonly origin: string;
  /** Whether the key came with the proof, which proves less, or was given. */
  readonly keySource: 'found' | 'given';
  /** Erased: it stood there, and what it said nobody can tell any more. */
  readonly erased: boolean;
}

/**
 * Verifies a proof with nothing but keys. The event must be the one its entry commits to, the entry must stand in the tree of the checkpoint,
 * and one of the keys must have signed that.
 */
export function verifyEventProof(
  value: unknown,
  verifierKeys?: readonly string[],
): Result<ProvenEvent, EventProofFailure> {
  if (!isProofShaped(value)) return err('proof-malformed');
  const { entry, tenant, tlogProof } = value;
  const leaf = leafOfEntry(entry);
  const opened = openEntry(entry);
  if (!leaf || opened === 'mismatch') return err('commitment-mismatch');
  if (entry.tenant !== tenant) return err('entry-misplaced');
  let failure: EventProofFailure = 'no-key';
  for (const key of verifierKeys === undefined ? [value.verifierKey] : keysOf(tenant, verifierKeys)) {
    const verifier = parseVerifierKey(key);
    const trust = verifier.ok && { origin: verifier.value.name, log: [verifier.value] };
    const proven = trust ? verifyTlogProof(tlogProof, leaf, trust) : verifier;
    if (!proven.ok) failure = proven.error.code;
    else if ('index' in proven.value) {
      if (proven.value.index !== entry.index) return err('entry-misplaced');
      const { size, origin } = proven.value.checkpoint;
      const { index, eventId, type, timeMs } = entry;
      const keySource = verifierKeys === undefined ? 'found' : 'given';
      const time = new Date(timeMs).toISOString();
      return ok({ tenant, index, eventId, type, time, size, origin, keySource, erased: opened === 'erased' });
    }
  }
  return err(failure);
}

function isProofShaped(value: unknown): value is EventProof {
  if (typeof value !== 'object' || value === null) return false;
  const proof = value as Readonly<Record<string, unknown>>;
  return (
    proof['v'] === 1 &&
    ['tenant', 'verifierKey', 'tlogProof'].every((name) => typeof proof[name] === 'string') &&
    isEntryShaped(proof['entry'])
  );
}
