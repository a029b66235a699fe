import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openEmbeddedStore } from '@baton/persistence';
import { openLogStore } from '/work/main/apps/compliance-auditor/src/log/log-store.ts';
import { benchBatch } from '/work/main/apps/compliance-auditor/src/bench/bench-events.ts';
import { sealEvent } from '/work/main/apps/compliance-auditor/src/domain/seal-event.ts';
import { loggedEvent } from '/work/main/apps/compliance-auditor/src/domain/logged-event.ts';
import { entryAt, entryId } from '/work/main/apps/compliance-auditor/src/domain/audit-entry.ts';
const P = process as never as { threadCpuUsage(p?: object): { user: number; system: number } };
async function cpu(name: string, n: number, f: () => Promise<void> | void) {
  const c = P.threadCpuUsage(); const t = performance.now(); await f(); const d = P.threadCpuUsage(c);
  console.log(name.padEnd(24), 'cpu/entry', ((d.user + d.system) / n).toFixed(1), 'us  wall', (((performance.now() - t) * 1000) / n).toFixed(1), 'us');
}
const salt = randomBytes(32);
let index = 0;
const docs = Array.from({ length: 40 }, (_, b) => { const { events, records } = benchBatch('bank', b, 1000); return events.map((e, i) => { const k = index++; return { id: entryId('bank', k), body: entryAt(k, sealEvent(loggedEvent(e, records[i]!), salt)) }; }); });
for (const mode of ['default', 'nockpt', 'default', 'nockpt']) {
  const dir = mkdtempSync('/tmp/ca-');
  const file = dir + '/store.db';
  const exec = DatabaseSync.prototype.exec;
  if (mode === 'nockpt') DatabaseSync.prototype.exec = function (sql: string) { return exec.call(this, sql.replace('wal_autocheckpoint = 2000', 'wal_autocheckpoint = 0')); };
  const store = await openEmbeddedStore({ file });
  DatabaseSync.prototype.exec = exec;
  const { entries } = await openLogStore(store);
  await cpu('insertMany ' + mode, 40000, async () => { for (const d of docs) await entries.insertMany(d); });
  await store.close(); rmSync(dir, { recursive: true });
}
await cpu('stringify', 40000, () => { for (const d of docs) for (const { body } of d) JSON.stringify(body); });
function raw(name: string, ddl: string[], cols: (d: (typeof docs)[0][0]) => (string | number)[]) {
  const dir = mkdtempSync('/tmp/ca-'); const db = new DatabaseSync(dir + '/s.db');
  db.exec('PRAGMA page_size=8192;PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA wal_autocheckpoint=0;PRAGMA cache_size=-65536;');
  for (const d of ddl) db.exec(d);
  const rows = docs.map((d) => d.map(cols)); const st = db.prepare(`INSERT INTO e VALUES (${rows[0]![0]!.map(() => '?').join(',')}) ON CONFLICT (id) DO NOTHING`);
  return cpu(name, 40000, () => { for (const r of rows) { db.exec('BEGIN IMMEDIATE'); for (const v of r) st.run(...v); db.exec('COMMIT'); } }).then(() => { db.close(); rmSync(dir, { recursive: true }); });
}
const T = 'CREATE TABLE e(id TEXT NOT NULL PRIMARY KEY,version INTEGER NOT NULL,body TEXT NOT NULL,t,c,e)';
const row = (d: (typeof docs)[0][0]) => [d.id, 1, JSON.stringify(d.body), d.body.tenant, d.body.conversationId, d.body.eventId];
await raw('raw uniq(t,c,e)', [T, 'CREATE UNIQUE INDEX u ON e(t,c,e) WHERE t IS NOT NULL'], row);
await raw('raw uniq(e)', [T, 'CREATE UNIQUE INDEX u ON e(e) WHERE e IS NOT NULL'], row);
await raw('raw none', [T], row);
await raw('raw none, body only', ['CREATE TABLE e(id TEXT NOT NULL PRIMARY KEY,version INTEGER NOT NULL,body TEXT NOT NULL)'], (d) => row(d).slice(0, 3));
await raw('raw uniq, half body', [T, 'CREATE UNIQUE INDEX u ON e(t,c,e) WHERE t IS NOT NULL'], (d) => row(d).with(2, 'x'.repeat(400)));
