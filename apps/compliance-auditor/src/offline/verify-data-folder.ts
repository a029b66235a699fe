import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import { allCheckpoints, type StoredCheckpoint } from '../checkpoints/stored-checkpoint.js';
import { openLogStore } from '../log/log-store.js';
import { announcedCheckpoints } from './announced-checkpoints.js';
import type { AuditReport, FolderReport } from './audit-report.js';
import type { EntryFindings } from './check-entries.js';
import { entryReader, type EntryReader } from './entry-reader.js';
import { LogCheck } from './log-check.js';
import { threadedEntryReader } from './threaded-entry-reader.js';
import { keysOf, type VerifyOptions } from './verify-bundle.js';

const MOST_TENANTS = 100_000;
/** Entries read and checked at once. */
const RANGE = 1_000;
/** From this many entries on, threads gain more than starting them costs. */
const WORTH_THREADS = 20_000;

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
    return await verifyStore(store, file, announced, options);
  } finally {
    await store.close();
  }
}

async function verifyStore(
  store: DocumentStore,
  file: string,
  announced: ReadonlyMap<string, readonly string[]>,
  options: VerifyOptions,
): Promise<FolderReport> {
  const log = await openLogStore(store);
  const heads = await log.heads.find({ limit: MOST_TENANTS });
  const tenants = [...new Set([...heads.map(({ id }) => id), ...announced.keys()])].sort();
  const checkpoints = new Map<string, StoredCheckpoint[]>();
  for (const tenant of tenants) checkpoints.set(tenant, await allCheckpoints(store, tenant));
  const stored = await log.entries.count();
  const reader = (stored < WORTH_THREADS ? undefined : threadedEntryReader(file)) ?? entryReader(log);
  const logs: AuditReport[] = [];
  try {
    for (const tenant of tenants) {
      const size = await log.entries.count([{ field: 'tenant', op: '=', value: tenant }]);
      const check = await checkAll(reader, tenant, size);
      logs.push(report(check, tenant, checkpoints.get(tenant)!, announced.get(tenant) ?? [], options));
    }
  } finally {
    await reader.close();
  }
  const reached = logs.reduce((sum, { entries }) => sum + entries, 0);
  const message = `There are ${stored} entries in the store and only ${reached} in the logs.`;
  const faults = reached < stored ? [{ code: 'entries-unreachable', index: reached, message } as const] : [];
  return { ok: faults.length === 0 && logs.every(({ ok }) => ok), logs, faults };
}

/** Checks the first `size` entries, several ranges at a time, up to the first that is missing. */
async function checkAll(reader: EntryReader, tenant: string, size: number): Promise<LogCheck> {
  const check = new LogCheck(tenant);
  const running: Promise<EntryFindings>[] = [];
  let asked = 0;
  const ask = () => {
    for (; asked < size && running.length < reader.width; asked += RANGE) {
      const findings = reader.check({ tenant, from: asked, to: Math.min(size, asked + RANGE) });
      // Awaited in order below; one that fails meanwhile must not count as nobody's.
      findings.catch(() => undefined);
      running.push(findings);
    }
  };
  for (ask(); running.length > 0; ask()) {
    const before = check.entries;
    check.add(await running.shift()!);
    if (check.entries < Math.min(size, before + RANGE)) break;
  }
  return check;
}

function report(
  check: LogCheck,
  tenant: string,
  checkpoints: readonly StoredCheckpoint[],
  announced: readonly string[],
  options: VerifyOptions,
): AuditReport {
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
    keys:
      given === undefined ? [...new Set(checkpoints.map((each) => each.verifierKey))] : keysOf(tenant, given),
    source: given === undefined ? 'found' : 'given',
  });
}

function isAsSigned({ tenant, origin, size, root, note }: StoredCheckpoint, of: string): boolean {
  return tenant === of && note.startsWith(`${origin}\n${size}\n${root}\n\n`);
}
