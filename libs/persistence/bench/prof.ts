import { systemClock, systemIds } from '@baton/kernel';
import { commandCause, draft, openEmbeddedStore, openOutboxRepository } from '@baton/persistence';
import { rmSync } from 'node:fs';
for (const s of ['','-wal','-shm']) rmSync('/tmp/pb/p.db'+s,{force:true});
const store = await openEmbeddedStore({file:'/tmp/pb/p.db'});
const noted = { type: 'baton.bench.v1.Noted', topic: 'baton.bench.v1', encode: (d: unknown) => Buffer.from(JSON.stringify(d)), decode: (v: Uint8Array): unknown => JSON.parse(Buffer.from(v).toString()) };
const repository = await openOutboxRepository<any>({ store, name:'b', source:'/baton/bench', publish: async()=>undefined, clock: systemClock });
await repository.start();
const text='x'.repeat(900); const ids=Array.from({length:20000},()=>systemIds.next());
for (let r=0;r<10;r++){ const t=performance.now();
for (let s=0;s<ids.length;s+=1000) await Promise.all(ids.slice(s,s+1000).map(id=>repository.update(id, commandCause({commandId: systemIds.next(), tenantId:'t', correlationId:id}), (state:any)=>({state:{text,step:(state?.step??0)+1}, events:[draft(noted,id,{step:1})]}))));
console.log(r, Math.round(ids.length/(performance.now()-t)*1000)); }
await repository.close();
