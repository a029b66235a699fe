import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { openEmbeddedStore } from '@baton/persistence';
import { openLogStore } from '/work/main/apps/compliance-auditor/src/log/log-store.ts';
import { AuditLog } from '/work/main/apps/compliance-auditor/src/log/audit-log.ts';
import { benchBatch } from '/work/main/apps/compliance-auditor/src/bench/bench-events.ts';
import { verifyDataFolder } from '/work/main/apps/compliance-auditor/src/offline/verify-data-folder.ts';
const dir = mkdtempSync('/tmp/ca-');
const store = await openEmbeddedStore({ file: dir + '/store.db' });
const log = new AuditLog({ store: await openLogStore(store), randomBytes });
const s = new Session(); s.connect(); await s.post('Profiler.enable');
async function prof(name: string, n: number, f: () => Promise<unknown>) {
  await s.post('Profiler.start'); await f(); const { profile: p } = await s.post('Profiler.stop') as any;
  const id = new Map(p.nodes.map((x: any) => [x.id, x])); const self = new Map<string, number>(); let total = 0;
  p.samples.forEach((sm: number, i: number) => { const x: any = id.get(sm); const k = x.callFrame.functionName + ' ' + x.callFrame.url.split('/').slice(-1)[0] + ':' + x.callFrame.lineNumber; self.set(k, (self.get(k) ?? 0) + p.timeDeltas[i]); total += p.timeDeltas[i]; });
  console.log('==', name, (total / n).toFixed(1)); for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 26)) console.log((v / n).toFixed(2).padStart(7), (v / total * 100).toFixed(1) + '%', k.slice(0, 90));
}
const B = (a: number, n: number) => Array.from({ length: n }, (_, i) => benchBatch('bank', a + i, 1000));
for (const { events, records } of B(0, 20)) await log.append(events, records);
const batches = B(20, 40);
await prof('append', 40000, async () => { for (const { events, records } of batches) await log.append(events, records); });
await store.close();
await verifyDataFolder(dir);
await prof('verify', 60000, () => verifyDataFolder(dir));
rmSync(dir, { recursive: true });
