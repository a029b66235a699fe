import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';
import { openEmbeddedStore } from '@baton/persistence';
import { LogKeys } from '../checkpoints/log-keys.js';
import { signCheckpoint } from '../checkpoints/sign-checkpoint.js';
import { checkpointCollection, checkpointId, checkpointIndexes } from '../checkpoints/stored-checkpoint.js';
import { AuditLog } from '../log/audit-log.js';
import { openLogStore } from '../log/log-store.js';
import { verifyDataFolder } from '../offline/verify-data-folder.js';
import { benchBatch } from './bench-events.js';

export interface AuditBenchmarkOptions {
  /** Stop appending after so many seconds of it. Default 10. */
  readonly seconds?: number;
  /** Or after so many entries. */
  readonly entries?: number;
  /** Told how far it is. */
  readonly onProgress?: (text: string) => void;
}

export interface AuditBenchmarkResult {
  readonly appendsPerSecond: number;
  readonly verifiesPerSecond: number;
  readonly entries: number;
  /** Mean size of the event data logged. */
  readonly eventBytes: number;
  readonly batch: number;
}

const TENANT = 'bench';
const BATCH = 1_000;
const WARM_UP_BATCHES = 20;

/**
 * How fast events are logged and a log is verified: batches as a consumer delivers them, through sealing and the tree into an
 * embedded store on disk, a checkpoint a second; then the whole folder verified as an auditor would.
 */
export async function auditBenchmark(options: AuditBenchmarkOptions = {}): Promise<AuditBenchmarkResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-audit-'));
  try {
    const appended = await append(dataDir, options);
    options.onProgress?.(`appended ${appended.entries} entries`);
    const began = performance.now();
    const report = await verifyDataFolder(dataDir);
    const seconds = (performance.now() - began) / 1_000;
    if (!report.ok || report.logs[0]?.opened !== appended.entries) {
      throw new BatonError('bench-failed', 'The log that was just written does not verify.');
    }
    return { ...appended, verifiesPerSecond: Math.round(appended.entries / seconds), batch: BATCH };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function append(dataDir: string, { seconds = 10, entries, onProgress }: AuditBenchmarkOptions) {
  const store = await openEmbeddedStore({ file: join(dataDir, 'store.db') });
  const log = new AuditLog({ store: await openLogStore(store), randomBytes });
  const checkpoints = await store.collection({ name: checkpointCollection, indexes: checkpointIndexes });
  const signer = new LogKeys('bench.local/audit', generateKeyPairSync('ed25519').privateKey).signer(TENANT);
  let batches = 0;
  let bytes = 0;
  let measured = 0;
  let spentMs = 0;
  let lastSigned: Awaited<ReturnType<typeof signCheckpoint>>;
  let nextSignMs = 0;
  const enough = () => (entries === undefined ? spentMs >= seconds * 1_000 : measured >= entries);
  while (!enough()) {
    const { events, records } = benchBatch(TENANT, batches++, BATCH);
    for (const { value } of records) bytes += value.length;
    const began = performance.now();
    await log.append(events, records);
    if (spentMs >= nextSignMs) {
      nextSignMs = spentMs + 1_000;
      await sign();
    }
    if (batches <= WARM_UP_BATCHES) continue;
    measured += BATCH;
    spentMs += performance.now() - began;
    if (batches % 100 === 0) onProgress?.(`${Math.round((measured / spentMs) * 1_000)} appends a second`);
  }
  await sign();
  await store.close();
  return {
    appendsPerSecond: Math.round((measured / spentMs) * 1_000),
    entries: batches * BATCH,
    eventBytes: Math.round(bytes / (batches * BATCH)),
  };

  async function sign(): Promise<void> {
    const tenantLog = await log.find(TENANT);
    if (tenantLog === undefined) return;
    const signed = await signCheckpoint(tenantLog, signer, lastSigned);
    if (signed === undefined) return;
    lastSigned = signed;
    await checkpoints.save(checkpointId(TENANT, signed.size), 0, { state: signed });
    await tenantLog.saveHead();
  }
}
