import { randomBytes, generateKeyPairSync, hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '@baton/persistence';
import { openLogStore } from '/work/main/apps/compliance-auditor/src/log/log-store.ts';
import { AuditLog } from '/work/main/apps/compliance-auditor/src/log/audit-log.ts';
import { benchBatch } from '/work/main/apps/compliance-auditor/src/bench/bench-events.ts';
import { verifyDataFolder } from '/work/main/apps/compliance-auditor/src/offline/verify-data-folder.ts';
import { sealEvent } from '/work/main/apps/compliance-auditor/src/domain/seal-event.ts';
import { loggedEvent } from '/work/main/apps/compliance-auditor/src/domain/logged-event.ts';
const P = process as never as { threadCpuUsage(p?: object): { user: number; system: number } };
const N = Number(process.argv[2] ?? 60);
async function cpu(name: string, n: number, f: () => Promise<void> | void) {
  const c = P.threadCpuUsage(); const t = performance.now(); await f(); const d = P.threadCpuUsage(c);
  console.log(name.padEnd(12), 'cpu/entry', ((d.user + d.system) / n).toFixed(1), 'us  wall', (((performance.now() - t) * 1000) / n).toFixed(1), 'us');
}
await cpu('sha256', 300000, () => { const b = Buffer.alloc(400); for (let i = 0; i < 300000; i++) hash('sha256', b, 'binary'); });
if (process.argv[3] === 'old') { const { DatabaseSync } = await import('node:sqlite'); const exec = DatabaseSync.prototype.exec; DatabaseSync.prototype.exec = function (sql: string) { return exec.call(this, sql.replace('wal_autocheckpoint = 16384', 'wal_autocheckpoint = 2000')); }; }
const dir = mkdtempSync(join(tmpdir(), 'ca-'));
const store = await openEmbeddedStore({ file: join(dir, 'store.db') });
const log = new AuditLog({ store: await openLogStore(store), randomBytes });
for (let round = 0; round < 4; round++) {
  const batches = Array.from({ length: N / 4 }, (_, i) => benchBatch('bank', round * (N / 4) + i, 1000));
  const n = batches.length * 1000;
  await cpu('seal', n, () => { for (const b of batches) { const salt = randomBytes(32); b.events.forEach((e, i) => sealEvent(loggedEvent(e, b.records[i]!), salt)); } });
  await cpu('append', n, async () => { for (const { events, records } of batches) await log.append(events, records); });
}
await store.close();
for (let i = 0; i < 3; i++) await cpu('verify', N * 1000, async () => { await verifyDataFolder(dir); });
rmSync(dir, { recursive: true });
