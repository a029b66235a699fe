import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import { allCheckpoints, type StoredCheckpoint } from '../checkpoints/stored-checkpoint.js';
import { openLogStore, type LogStore } from '../log/log-store.js';
import { blocksFrom } from '../log/read-entries.js';
import { announcedCheckpoints } from './announced-checkpoints.js';
import type { AuditReport, FolderReport } from './audit-report.js';
import { LogCheck } from './log-check.js';
import { keysOf, type VerifyOptions } from './verify-bundle.js';

const MOST_TENANTS = 100_000;

/**
 * Verifies every log of a data folder, also while Baton runs on it: reads, and writes nothing. Throws `data-folder-missing` where
 * there is no store, `verifier-key-…` for a key that cannot be used.
 */
export async function verifyDataFolder(dataDir: string, options: VerifyOptions = {}): Promise<FolderReport> {
  const file = join(dataDir, 'store.db');
  if (!existsSync(file)) {
    throw new BatonError('data-folder-missing', `${dataDir} holds no store of Baton (store.db).`);
  }
  // What was announced was stored before, and what is signed was logged before: reading backwards never sees too little.
  const announced = await announcedCheckpoints(dataDir);
  const store = await openEmbeddedStore({ file });
  try {
    return await verifyStore(store, announced, options);
  } finally {
    await store.close();
  }
}

async function verifyStore(
  store: DocumentStore,
  announced: ReadonlyMap<string, readonly string[]>,
  options: VerifyOptions,
): Promise<FolderReport> {
  const log = await openLogStore(store);
  const heads = await log.heads.find({ limit: MOST_TENANTS });
  const tenants = [...new Set([...heads.map(({ id }) => id), ...announced.keys()])].sort();
  const checkpoints = new Map<string, StoredCheckpoint[]>();
  for (const tenant of tenants) checkpoints.set(tenant, await allCheckpoints(store, tenant));
  const stored = await log.entries.count();
  const logs: AuditReport[] = [];
  for (const tenant of tenants) {
    logs.push(await verifyTenant(log, tenant, checkpoints.get(tenant)!, announced.get(tenant) ?? [], options));
  }
  const reached = logs.reduce((sum, { entries }) => sum + entries, 0);
  const message = `There are ${stored} entries in the store and only ${reached} in the logs.`;
  const faults = reached < stored ? [{ code: 'entries-unreachable', index: reached, message } as const] : [];
  return { ok: faults.length === 0 && logs.every(({ ok }) => ok), logs, faults };
}

async function verifyTenant(
  log: LogStore,
  tenant: string,
  checkpoints: readonly StoredCheckpoint[],
  announced: readonly string[],
  options: VerifyOptions,
): Promise<AuditReport> {
  const check = new LogCheck(tenant);
  for await (const block of blocksFrom(log.entries, tenant, 0)) {
    for (const entry of block) check.entry(entry);
  }
  const notes = checkpoints.map(({ note }) => note);
  checkpoints.forEach((checkpoint, index) => {
    if (!isAsSigned(checkpoint, tenant)) {
      check.faults.add('checkpoint-fields', index, 'What is stored beside the note differs from it.');
    }
  });
  const known = new Set(notes);
  for (const note of new Set(announced)) {
    if (known.has(note)) continue;
    check.faults.add('checkpoint-missing', notes.length, 'It was announced to everyone and is not stored.');
    notes.push(note);
  }
  const given = options.verifierKeys;
  return check.finish(notes, {
    keys: given === undefined ? [...new Set(checkpoints.map((each) => each.verifierKey))] : keysOf(tenant, given),
    source: given === undefined ? 'found' : 'given',
  });
}

function isAsSigned({ tenant, origin, size, root, note }: StoredCheckpoint, of: string): boolean {
  return tenant === of && note.startsWith(`${origin}\n${size}\n${root}\n\n`);
}
