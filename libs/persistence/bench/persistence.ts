/**
 * How fast documents are saved, read and updated under the one-write rule on one core, beside bare `node:sqlite` in the same
 * run. Where BATON_MONGO_URL is set, also on MongoDB. `--json` prints one object; `--documents N` sets the load.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { systemClock, systemIds } from '@baton/kernel';
import {
  commandCause,
  draft,
  openEmbeddedStore,
  openMongoStore,
  openOutboxRepository,
  type DocumentStore,
} from '@baton/persistence';

interface Note {
  readonly text: string;
  readonly step: number;
  readonly deadlineAt: number;
}

const BODY_BYTES = 1000;
const IN_FLIGHT = 1000;
const ROUNDS = 5;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, documents: { type: 'string', default: '20000' } },
});
const count = Number(values.documents);
if (!Number.isSafeInteger(count) || count < 1000) {
  console.error('--documents: write a whole number from 1000 up');
  process.exit(2);
}
const text = 'x'.repeat(BODY_BYTES - 80);
const noted = {
  type: 'baton.bench.v1.Noted',
  topic: 'baton.bench.v1',
  encode: (data: unknown) => Buffer.from(JSON.stringify(data)),
  decode: (value: Uint8Array): unknown => JSON.parse(Buffer.from(value).toString()),
};

/** The median and the best of some rounds, after one to warm up, in operations a second. */
async function perSecond(name: string, operations: number, work: (round: number) => Promise<unknown> | void) {
  await work(0);
  const rates: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const start = performance.now();
    await work(round);
    rates.push(Math.round(operations / ((performance.now() - start) / 1000)));
    console.error(`${name} ${round}/${ROUNDS}: ${rates.at(-1)}/s`);
  }
  rates.sort((a, b) => a - b);
  return { medianPerSecond: rates[ROUNDS >> 1]!, bestPerSecond: rates.at(-1)! };
}

/** Runs a task for each id with a bounded number in flight. */
async function forEach(
  ids: readonly string[],
  task: (id: string, n: number) => Promise<unknown>,
  inFlight = IN_FLIGHT,
) {
  for (let start = 0; start < ids.length; start += inFlight) {
    await Promise.all(ids.slice(start, start + inFlight).map((id, n) => task(id, start + n)));
  }
}

async function latency(name: string, task: (n: number) => Promise<unknown>) {
  const times: number[] = [];
  for (let n = 0; n < 3000; n += 1) {
    const start = performance.now();
    await task(n);
    if (n >= 1000) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)]! * 1000) / 1000;
  console.error(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function measure(label: string, store: DocumentStore, ids: readonly string[]) {
  const notes = await store.collection<Note>({ name: 'bench_note', indexes: [{ fields: ['deadlineAt'] }] });
  const body = (step: number): Note => ({ text, step, deadlineAt: 1_700_000_000_000 + step });
  const save = async (id: string, version: number): Promise<void> => {
    if (!(await notes.save(id, version, body(version))).ok) throw new Error('a save was lost');
  };
  const inserts = await perSecond(`${label} inserts`, ids.length, (round) =>
    forEach(ids, (id) => save(`${id}-${round}`, 0)),
  );
  let version = 0;
  const saves = await perSecond(`${label} saves`, ids.length, async () => {
    version += 1;
    await forEach(ids, (id) => save(`${id}-0`, version));
  });
  const gets = await perSecond(`${label} gets`, ids.length, () => forEach(ids, (id) => notes.get(`${id}-0`)));
  const oneSave = await latency(`${label} one save`, (n) => save('single', n));

  const publish = async (): Promise<void> => undefined;
  const source = '/baton/bench';
  const repository = await openOutboxRepository<Note>({
    store,
    name: 'bench_outbox',
    source,
    publish,
    clock: systemClock,
  });
  await repository.start();
  const update = (id: string) =>
    repository.update(
      id,
      commandCause({ commandId: systemIds.next(), tenantId: 't', correlationId: id }),
      (state) => ({
        state: body((state?.step ?? 0) + 1),
        events: [draft(noted, id, { step: state?.step ?? 0 })],
      }),
    );
  const updates = await perSecond(`${label} updates`, ids.length, () => forEach(ids, update));
  const oneUpdate = await latency(`${label} one update`, (n) => update(`single-${n % 10}`));
  await repository.close();
  await store.close();
  return { inserts, saves, gets, oneSave, updates, oneUpdate };
}

/** The limit: the same rows through prepared statements in transactions of 500, with no promise and no version check outside SQL. */
async function bareSqlite(file: string, ids: readonly string[]) {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  db.exec('CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, d)');
  db.exec('CREATE INDEX i ON t (d)');
  const insert = db.prepare('INSERT INTO t VALUES (?, 1, ?, ?)');
  const update = db.prepare('UPDATE t SET version = ?, body = ?, d = ? WHERE id = ? AND version = ?');
  const inTransactions = (run: (id: string) => void): void => {
    for (let start = 0; start < ids.length; start += 500) {
      db.exec('BEGIN IMMEDIATE');
      for (const id of ids.slice(start, start + 500)) run(id);
      db.exec('COMMIT');
    }
  };
  const body = (step: number) => JSON.stringify({ text, step, deadlineAt: 1_700_000_000_000 + step });
  inTransactions((id) => insert.run(id, body(0), 1_700_000_000_000));
  const saves = await perSecond('bare node:sqlite saves', ids.length, (round) => {
    inTransactions((id) => update.run(round + 2, body(round), 1_700_000_000_000 + round, id, round + 1));
  });
  db.close();
  return { saves };
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
const ids = Array.from({ length: count }, () => systemIds.next());
const results = {
  baseline: await bareSqlite(join(folder, 'bare.db'), ids),
  embedded: await measure('embedded', await openEmbeddedStore({ file: join(folder, 'store.db') }), ids),
  ...(process.env['BATON_MONGO_URL']
    ? {
        mongo: await measure(
          'mongo',
          await openMongoStore({
            url: process.env['BATON_MONGO_URL'],
            database: `bench_${systemIds.next().slice(-8)}`,
          }),
          ids.slice(0, 2000),
        ),
      }
    : {}),
};
rmSync(folder, { recursive: true, force: true });

const report = {
  name: 'persistence',
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  load: { documents: count, bodyBytes: BODY_BYTES, inFlight: IN_FLIGHT, rounds: ROUNDS },
  results,
};
if (values.json) console.log(JSON.stringify(report));
else {
  console.log(
    `persistence on ${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}`,
  );
  console.log(`${count} documents of ${BODY_BYTES} bytes, ${IN_FLIGHT} in flight, ${ROUNDS} rounds`);
  for (const [store, rows] of Object.entries(results)) {
    console.log(store);
    console.table(rows);
  }
}
