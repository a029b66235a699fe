import { randomBytes } from 'node:crypto';
import { commit, leafHash, Frontier, entryLeaf } from '@baton/ledger';
import { benchBatch } from '/work/main/apps/compliance-auditor/src/bench/bench-events.ts';
import { sealEvent, leafOf, base64 } from '/work/main/apps/compliance-auditor/src/domain/seal-event.ts';
import { loggedEvent, committedBytes } from '/work/main/apps/compliance-auditor/src/domain/logged-event.ts';
import { entryAt, entryId } from '/work/main/apps/compliance-auditor/src/domain/audit-entry.ts';
const P = process as never as { threadCpuUsage(p?: object): { user: number; system: number } };
const { events, records } = benchBatch('bank', 0, 1000);
const logged = events.map((e, i) => loggedEvent(e, records[i]!));
const salt = randomBytes(32);
const bytes = logged.map(committedBytes);
const commitment = commit(bytes[0]!, salt);
const leaves = logged.map((e) => leafOf(e, commitment));
const hashes = leaves.map((l) => leafHash(l));
const sealed = logged.map((e) => sealEvent(e, salt));
const entries = sealed.map((s, i) => entryAt(i, s));
const texts = entries.map((e) => JSON.stringify(e));
let sink: unknown;
function m(name: string, f: (i: number) => unknown) {
  for (let r = 0; r < 20; r++) for (let i = 0; i < 1000; i++) sink = f(i);
  let best = Infinity;
  for (let k = 0; k < 5; k++) {
    const c = P.threadCpuUsage();
    for (let r = 0; r < 20; r++) for (let i = 0; i < 1000; i++) sink = f(i);
    const d = P.threadCpuUsage(c);
    best = Math.min(best, (d.user + d.system) / 20000);
  }
  console.log(name.padEnd(16), best.toFixed(2));
}
m('loggedEvent', (i) => loggedEvent(events[i]!, records[i]!));
m('committedBytes', (i) => committedBytes(logged[i]!));
m('commit', (i) => commit(bytes[i]!, salt));
m('leafOf', (i) => leafOf(logged[i]!, commitment));
m('toISOString', (i) => new Date(logged[i]!.timeMs).toISOString());
m('leafHash', (i) => leafHash(leaves[i]!));
const f = new Frontier();
m('frontier', (i) => f.append(hashes[i]!));
m('base64', () => base64(salt));
m('sealEvent', (i) => sealEvent(logged[i]!, salt));
m('entryAt+id', (i) => ({ id: entryId('bank', i), body: entryAt(i, sealed[i]!) }));
m('stringify', (i) => JSON.stringify(entries[i]));
m('parse', (i) => JSON.parse(texts[i]!));
m('stringify env', (i) => { const { causationId, conversationId, eventId, source, subject, tenant, timeMs, topic, type } = logged[i]!; return JSON.stringify({ causationId, conversationId, eventId, source, subject, tenant, timeMs, topic, type }); });
m('stringify arr', (i) => { const { causationId, conversationId, eventId, source, subject, tenant, timeMs, topic, type } = logged[i]!; return JSON.stringify([ causationId, conversationId, eventId, source, subject, tenant, timeMs, topic, type ]); });
m('Buffer.from utf8', (i) => Buffer.from(texts[i]!, 'utf8'));
m('Buffer.from lat1', (i) => Buffer.from(texts[i]!, 'latin1'));
console.log(texts[3], texts.reduce((a, t) => a + t.length, 0) / 1000);
import { mkdtempSync, rmSync } from 'node:fs';
import { openEmbeddedStore } from '@baton/persistence';
import { openLogStore } from '/work/main/apps/compliance-auditor/src/log/log-store.ts';
import { entriesBetween } from '/work/main/apps/compliance-auditor/src/log/read-entries.ts';
import { isEntryShaped, openEntry, leafOfEntry } from '/work/main/apps/compliance-auditor/src/domain/check-entry.ts';
import { LogCheck } from '/work/main/apps/compliance-auditor/src/offline/log-check.ts';
m('isEntryShaped', (i) => isEntryShaped(entries[i]));
m('openEntry', (i) => openEntry(entries[i]!));
m('leafOfEntry', (i) => leafOfEntry(entries[i]!));
const dir = mkdtempSync('/tmp/ca-');
const store = await openEmbeddedStore({ file: dir + '/store.db' });
const ls = await openLogStore(store);
await ls.entries.insertMany(entries.map((e, i) => ({ id: entryId('bank', i), body: e })));
for (let k = 0; k < 4; k++) {
  const c = P.threadCpuUsage();
  for (let r = 0; r < 20; r++) { await entriesBetween(ls.entries, 'bank', 0, 500); await entriesBetween(ls.entries, 'bank', 500, 1000); }
  const d = P.threadCpuUsage(c);
  console.log('entriesBetween', (d.user + d.system) / 20000);
}
for (let k = 0; k < 4; k++) {
  const c = P.threadCpuUsage();
  for (let r = 0; r < 20; r++) { const x = new LogCheck('bank'); for (const e of entries) x.entry(e); }
  const d = P.threadCpuUsage(c);
  console.log('check.entry', (d.user + d.system) / 20000);
}
await store.close(); rmSync(dir, { recursive: true });
