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
import { threadedSealer } from '../log/threaded-sealer.js';
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
/** Partitions that deliver at the same time, and what each does between two looks at the clock. */
const LANES = 4;
const BATCHES_PER_LANE = 3;
const WARM_UP_ROUNDS = 3;

/**
 * How fast events are logged and a log is verified: batches as a consumer of several partitions gets them, through sealing and the tree into an
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
  const log = new AuditLog({
    store: await openLogStore(store),
    randomBytes,
    sealer: threadedSealer(),
  });
  const checkpoints = await store.collection({ name: checkpointCollection, indexes: checkpointIndexes });
  const signer = new LogKeys('bench.local/audit', generateKeyPairSync('ed25519').privateKey).signer(TENANT);
  let rounds = 0;
  let bytes = 0;
  let measured = 0;
  let spentMs = 0;
  let lastSigned: Awaited<ReturnType<typeof signCheckpoint>>;
  let nextSignMs = 0;
  const enough = () => (entries === undefined ? spentMs >= seconds * 1_000 : measured >= entries);
  while (!enough()) {
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      Array.from({ length: BATCHES_PER_LANE }, (_, i) =>
        benchBatch(TENANT, (rounds * LANES + lane) * BATCHES_PER_LANE + i, BATCH),
      ),
    );
    for (const { value } of lanes.flat().flatMap(({ records }) => records)) bytes += value.length;
    rounds += 1;
    const began = performance.now();
    await Promise.all(
      lanes.map(async (batches) => {
        for (const { events, records } of batches) await log.append(events, records);
      }),
    );
    if (spentMs >= nextSignMs) {
      nextSignMs = spentMs + 1_000;
      await sign();
    }
    if (rounds <= WARM_UP_ROUNDS) continue;
    measured += LANES * BATCHES_PER_LANE * BATCH;
    spentMs += performance.now() - began;
    if (rounds % 10 === 0) onProgress?.(`${Math.round((measured / spentMs) * 1_000)} appends a second`);
  }
  await sign();
  await log.close();
  await store.close();
  const written = rounds * LANES * BATCHES_PER_LANE * BATCH;
  return {
    appendsPerSecond: Math.round((measured / spentMs) * 1_000),
    entries: written,
    eventBytes: Math.round(bytes / written),
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
