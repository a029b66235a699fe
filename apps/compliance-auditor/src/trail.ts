import { Inject, Injectable } from '@nestjs/common';
import type { GetCheckpointResponse, GetTrailResponse, TrailEntry } from '@baton/contracts';
import {
  inclusionProof,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  verifyInclusion,
  type Checkpoint,
  type Hash,
} from '@baton/ledger';
import { Checkpoints } from './checkpoints/checkpoints.js';
import { LogKeys } from './checkpoints/log-keys.js';
import type { StoredCheckpoint } from './checkpoints/stored-checkpoint.js';
import type { AuditEntry } from './domain/audit-entry.js';
import { leafOfEntry, openEntry } from './domain/check-entry.js';
import { base64 } from './domain/seal-event.js';
import { checkTenantName } from './domain/tenant-name.js';
import { AuditLog } from './log/audit-log.js';
import type { TenantLog } from './log/tenant-log.js';

/** What an auditor asks of the log. Everything said to be proven has been verified here, from the stored event up to the signature. */
@Injectable()
export class Trail {
  constructor(
    @Inject(AuditLog) private readonly log: AuditLog,
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
    @Inject(LogKeys) private readonly keys: LogKeys,
  ) {}

  /** Every event of a conversation, in the order logged. Throws `invalid-argument`. */
  async ofConversation(tenant: string, conversationId: string): Promise<GetTrailResponse> {
    checkTenantName(tenant);
    const { verifierKey } = this.keys.signer(tenant);
    const log = await this.log.find(tenant);
    if (log === undefined) return { entries: [], checkpoint: '', unproven: 0, verifierKey };
    const newest = await this.checkpoints.newest(tenant);
    const signed = newest && openOwn(newest, verifierKey);
    if (signed !== undefined && signed.size > log.size) await log.catchUp();
    const found = await log.ofConversation(conversationId);
    const entries = await Promise.all(found.map((entry) => trailEntry(entry, log, signed)));
    const unproven = entries.filter(({ proven }) => !proven).length;
    return { entries, checkpoint: newest?.note ?? '', unproven, verifierKey };
  }

  /** The newest checkpoint of a tenant's log; empty where it was never signed. Throws `invalid-argument`. */
  async newestCheckpoint(tenant: string): Promise<GetCheckpointResponse> {
    checkTenantName(tenant);
    const { verifierKey } = this.keys.signer(tenant);
    const [log, newest] = await Promise.all([this.log.find(tenant), this.checkpoints.newest(tenant)]);
    await log?.catchUp();
    return {
      checkpoint: newest?.note ?? '',
      size: newest?.size ?? 0,
      verifierKey,
      entries: log?.size ?? 0,
    };
  }
}

/** What our own signature says; undefined where it does not hold, so that nothing is proven by it. */
function openOwn({ note, origin }: StoredCheckpoint, verifierKey: string): Checkpoint | undefined {
  const verifier = parseVerifierKey(verifierKey);
  if (!verifier.ok) return undefined;
  const opened = openCheckpoint(note, { origin, log: [verifier.value] });
  return opened.ok ? opened.value.checkpoint : undefined;
}

async function trailEntry(
  entry: AuditEntry,
  log: TenantLog,
  signed: Checkpoint | undefined,
): Promise<TrailEntry> {
  const { index, eventId, type, topic, timeMs, source, causationId, dataJson } = entry;
  const leaf = leafOfEntry(entry);
  const hash = leaf && leafHash(leaf);
  const proof =
    signed === undefined || hash === undefined ? undefined : await provenBy(signed, log, index, hash);
  return {
    index,
    eventId,
    type,
    topic,
    timeMs,
    source,
    causationId,
    dataJson,
    leafHash: hash === undefined ? '' : base64(hash),
    inclusionProof: (proof ?? []).map(base64),
    proven: proof !== undefined && openEntry(entry) !== 'mismatch',
  };
}

/** A proof that holds; undefined where the checkpoint does not reach the entry or the tree has another one in its place. */
async function provenBy(
  { size, root }: Checkpoint,
  log: TenantLog,
  index: number,
  hash: Hash,
): Promise<Hash[] | undefined> {
  if (index >= size || size > log.size) return undefined;
  const proof = await inclusionProof(index, size, log.nodes(size));
  return verifyInclusion({ leafHash: hash, index, size, root }, proof).ok ? proof : undefined;
}
