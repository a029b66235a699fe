import { randomBytes } from 'node:crypto';
import { privateKeyFromSeed } from '@baton/ledger';
import type { DocumentStore } from '@baton/persistence';
import { LogKeys } from '../checkpoints/log-keys.js';
import { signCheckpoint } from '../checkpoints/sign-checkpoint.js';
import {
  allCheckpoints,
  checkpointCollection,
  checkpointId,
  checkpointIndexes,
  type StoredCheckpoint,
} from '../checkpoints/stored-checkpoint.js';
import { AuditLog } from '../log/audit-log.js';
import { openLogStore } from '../log/log-store.js';
import { batchOf } from './deliveries.js';

/** A key that is always the same. */
export const testKeys = new LogKeys('audit.example', privateKeyFromSeed(Buffer.alloc(32, 7)));

/** Opens the logs of a store as the service does. */
export async function openAuditLog(store: DocumentStore): Promise<AuditLog> {
  return new AuditLog({ store: await openLogStore(store), randomBytes });
}

/** Appends events by number and signs after each group. */
export async function writeLog(
  store: DocumentStore,
  groups: readonly (readonly number[])[],
  tenant = 'bank',
): Promise<StoredCheckpoint[]> {
  const log = await openAuditLog(store);
  for (const numbers of groups) {
    await log.append(...batchOf(numbers, tenant));
    await signNow(store, log, tenant);
  }
  return allCheckpoints(store, tenant);
}

/** Signs a tenant's log as it stands and keeps the checkpoint and the head. */
export async function signNow(
  store: DocumentStore,
  log: AuditLog,
  tenant = 'bank',
): Promise<StoredCheckpoint | undefined> {
  const tenantLog = (await log.find(tenant))!;
  const last = (await allCheckpoints(store, tenant)).at(-1);
  const signed = await signCheckpoint(tenantLog, testKeys.signer(tenant), last);
  if (signed === undefined) return undefined;
  const collection = await store.collection({ name: checkpointCollection, indexes: checkpointIndexes });
  await collection.save(checkpointId(tenant, signed.size), 0, { state: signed });
  await tenantLog.saveHead();
  return signed;
}
