import { BatonError } from '@baton/kernel';
import {
  consistencyProof,
  formatCheckpointText,
  parseCheckpointText,
  parseNote,
  signNote,
  verifyConsistency,
  type Checkpoint,
  type Hash,
  type KeyedSigner,
} from '@baton/ledger';
import { base64 } from '../domain/seal-event.js';
import type { TenantLog } from '../log/tenant-log.js';
import type { StoredCheckpoint } from './stored-checkpoint.js';

/**
 * A signed checkpoint of the log as it stands, or undefined where the last one covers it. Signs only what the last checkpoint
 * is the beginning of: throws `audit-log-inconsistent` where entries it covered were changed or are gone, `audit-origin-changed`
 * where it was another log's.
 */
export async function signCheckpoint(
  log: TenantLog,
  signer: KeyedSigner,
  last: StoredCheckpoint | undefined,
): Promise<StoredCheckpoint | undefined> {
  if (last !== undefined && log.size < last.size) await log.catchUp();
  const tip = log.tip();
  const next = { size: tip.size, root: tip.root() };
  await log.saveTiles(last?.size ?? 0, next.size);
  if (last !== undefined) {
    const signed = statedBy(last);
    if (signed.origin !== signer.name) {
      throw new BatonError(
        'audit-origin-changed',
        `The log was signed as ${signed.origin} until now and cannot go on as ${signer.name}.`,
      );
    }
    await checkGrowth(log, signed, next);
    if (signed.size === next.size) return undefined;
  }
  if (next.size === 0) return undefined;
  const note = await signNote(formatCheckpointText({ origin: signer.name, ...next }), [signer]);
  return {
    tenant: log.tenant,
    origin: signer.name,
    size: next.size,
    root: base64(next.root),
    note,
    verifierKey: signer.verifierKey,
  };
}

function statedBy({ note }: StoredCheckpoint): Checkpoint {
  const parsed = parseNote(note);
  const text = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
  if (text.ok) return text.value;
  throw new BatonError('audit-log-inconsistent', 'The last checkpoint is not readable any more.');
}

async function checkGrowth(
  log: TenantLog,
  old: Checkpoint,
  next: { readonly size: number; readonly root: Hash },
): Promise<void> {
  if (next.size < old.size) {
    throw new BatonError(
      'audit-log-inconsistent',
      `The log has ${next.size} entries and was signed with ${old.size}.`,
    );
  }
  const proof = await consistencyProof(old.size, next.size, log.nodes(next.size));
  const claim = { oldSize: old.size, oldRoot: old.root, newSize: next.size, newRoot: next.root };
  if (!verifyConsistency(claim, proof).ok) {
    throw new BatonError(
      'audit-log-inconsistent',
      `The log of ${next.size} entries does not begin with the ${old.size} that were signed.`,
    );
  }
}
