import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '@baton/persistence';
import { openLogStore } from '/work/main/apps/compliance-auditor/src/log/log-store.ts';
import { AuditLog } from '/work/main/apps/compliance-auditor/src/log/audit-log.ts';
import { benchBatch } from '/work/main/apps/compliance-auditor/src/bench/bench-events.ts';
const dir = mkdtempSync(join(tmpdir(), 'ca-'));
const store = await openEmbeddedStore({ file: join(dir, 'store.db') });
const log = new AuditLog({ store: await openLogStore(store), randomBytes });
let spent = 0, n = 0, cu = 0, cs = 0;
for (let b = 0; b < Number(process.argv[2] ?? 100); b++) {
  const { events, records } = benchBatch('bank', b, 1000);
  const t = performance.now(); const c = process.cpuUsage();
  await log.append(events, records);
  spent += performance.now() - t; n += 1000; const d = process.cpuUsage(c); cu += (d.user) / 1000; cs += d.system/1000;
  if (b % 20 === 19) console.log(b, Math.round(n / spent * 1000), 'user us', cu/n*1000, 'sys us', cs/n*1000);
}
await store.close();
console.log(statSync(join(dir, 'store.db')).size / n, 'bytes per entry');
rmSync(dir, { recursive: true });
