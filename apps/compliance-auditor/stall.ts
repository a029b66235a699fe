import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore } from '@baton/persistence';
const old = process.argv[2] === 'old';
if (old) { const exec = DatabaseSync.prototype.exec; DatabaseSync.prototype.exec = function (sql: string) { return exec.call(this, sql.replace('wal_autocheckpoint = 32768', 'wal_autocheckpoint = 2000')); }; }
const dir = mkdtempSync('/tmp/ca-'); const store = await openEmbeddedStore({ file: dir + '/store.db' });
if (old) (globalThis as any).x = 1;
const c = await store.collection<{ t: string; n: number }>({ name: 'doc', indexes: [{ fields: ['n'] }] });
const body = 'x'.repeat(1500); const times: number[] = [];
const P = process as any;
let stalls: number[] = [];
const exec2 = DatabaseSync.prototype.exec; DatabaseSync.prototype.exec = function (sql: string) { if (sql !== 'COMMIT') return exec2.call(this, sql); const c0 = P.threadCpuUsage(); const t = performance.now(); const r = exec2.call(this, sql); const w = performance.now() - t; stalls.push(w); return r; };
let k = 0;
for (let i = 0; i < 600; i++) { await Promise.all(Array.from({ length: 40 }, () => c.save('d' + (k++ * 7919 % 100000) , 0, { t: body, n: k }))); await pause(10); }
stalls.sort((a, b) => a - b); const q = (p: number) => stalls[Math.floor(p * (stalls.length - 1))]!.toFixed(1);
console.log(old ? 'old' : 'new', 'COMMIT ms p50', q(0.5), 'p99', q(0.99), 'p99.8', q(0.998), 'max', q(1));
await store.close(); rmSync(dir, { recursive: true });
