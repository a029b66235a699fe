import fc from 'fast-check';
import type { BatonError } from '@baton/kernel';
import { leafHash, rootOf } from '@baton/ledger';
import type { DocumentStore } from '@baton/persistence';
import { hookedStore, openTemporaryStore } from '@baton/persistence/testing';
import type { AuditEntry } from '../domain/audit-entry.js';
import { leafOf } from '../domain/seal-event.js';
import { batchOf, conversationOf, delivery, upTo } from '../testing/deliveries.js';
import { openAuditLog } from '../testing/small-log.js';
import { openLogStore } from './log-store.js';
import { blocksFrom } from './read-entries.js';

type Opened = Awaited<ReturnType<typeof openTemporaryStore>>;

const idOf = (n: number, tenant?: string) => delivery(n, tenant).event.meta.id;

async function entriesOf(store: DocumentStore, tenant = 'bank'): Promise<AuditEntry[]> {
  const { entries } = await openLogStore(store);
  const all: AuditEntry[] = [];
  for await (const block of blocksFrom(entries, tenant, 0, 7)) all.push(...block);
  expect(await entries.count([{ field: 'tenant', op: '=', value: tenant }])).toBe(all.length);
  return all;
}

const idsOf = async (store: DocumentStore, tenant?: string) =>
  (await entriesOf(store, tenant)).map(({ eventId }) => eventId);

describe('the audit log', () => {
  let opened: Opened;
  let store: DocumentStore;

  beforeEach(async () => {
    opened = await openTemporaryStore();
    store = opened.store;
  });

  afterEach(() => opened.dispose());

  it('keeps every event of every tenant in order, with indexes that have no gap', async () => {
    const log = await openAuditLog(store);
    await log.append(...batchOf(upTo(25)));
    await log.append(...batchOf(upTo(5), 'health'));
    await log.append(...batchOf([25, 26]));
    expect(await idsOf(store)).toEqual(upTo(27).map((n) => idOf(n)));
    expect(await idsOf(store, 'health')).toEqual(upTo(5).map((n) => idOf(n, 'health')));
    expect((await entriesOf(store)).map(({ index }) => index)).toEqual(upTo(27));
  });

  it('keeps the data as it travelled and the envelope beside it', async () => {
    const log = await openAuditLog(store);
    await log.append(...batchOf([11]));
    const [entry] = await entriesOf(store);
    expect(entry).toMatchObject({
      tenant: 'bank',
      index: 0,
      eventId: idOf(11),
      type: 'baton.conversation.v1.TurnRecorded',
      topic: 'baton.conversation.v1',
      timeMs: 1_772_366_400_011,
      source: '/baton/speech-gateway',
      conversationId: conversationOf(11),
      causationId: idOf(10),
      dataJson: '{"turnIndex":1,"text":"turn 11: “good morning”"}',
    });
  });

  it('keeps an event once, however often it comes', async () => {
    const log = await openAuditLog(store);
    await log.append(...batchOf([0, 1, 1, 2]));
    await log.append(...batchOf([1, 3, 0, 4, 2, 5]));
    await Promise.all([log.append(...batchOf([5, 6])), log.append(...batchOf([6, 7]))]);
    expect(await idsOf(store)).toEqual(upTo(8).map((n) => idOf(n)));
  });

  it('takes the same event of two tenants as two', async () => {
    const log = await openAuditLog(store);
    const [events, records] = batchOf([0, 1]);
    await log.append(events, records);
    const others = events.map(({ meta, data }) => ({ meta: { ...meta, tenantId: 'health' }, data }));
    await log.append(others, records);
    expect(await idsOf(store, 'health')).toEqual([idOf(0), idOf(1)]);
  });

  it('goes on after a restart where it stood', async () => {
    const first = await openAuditLog(store);
    await first.append(...batchOf(upTo(10)));
    await (await first.find('bank'))!.saveHead();
    await first.append(...batchOf([10, 11, 12]));
    const tip = (await first.find('bank'))!.tip();
    store = await opened.reopen();
    const second = await openAuditLog(store);
    const log = (await second.find('bank'))!;
    expect(log.size).toBe(13);
    expect(log.tip().root()).toEqual(tip.root());
    await second.append(...batchOf([12, 13]));
    expect(await idsOf(store)).toEqual(upTo(14).map((n) => idOf(n)));
  });

  it('lets several processes write the same log', async () => {
    const logs = await Promise.all([openAuditLog(store), openAuditLog(store), openAuditLog(store)]);
    await Promise.all(
      upTo(60).map((n) => logs[n % 3]!.append(...batchOf(n % 7 === 0 ? [n, Math.max(0, n - 1)] : [n]))),
    );
    const ids = await idsOf(store);
    expect(ids.toSorted()).toEqual(
      upTo(60)
        .map((n) => idOf(n))
        .toSorted(),
    );
    const [log] = logs;
    const bank = (await log.find('bank'))!;
    await bank.catchUp();
    const hashes = (await entriesOf(store)).map((entry) => leafHash(leafOf(entry, entry.commitment)));
    expect(bank.tip().root()).toEqual(rootOf(hashes));
  });

  it('refuses what no log can hold before anything is written', async () => {
    const log = await openAuditLog(store);
    const [events, records] = batchOf([0, 1]);
    const bad = { meta: { ...events[1]!.meta, id: 'with a space' }, data: {} };
    await expect(log.append([events[0]!, bad], records)).rejects.toMatchObject({
      code: 'ledger-entry-invalid',
      retriable: false,
    } satisfies Partial<BatonError>);
    const strange = { meta: { ...events[1]!.meta, tenantId: '../bank' }, data: {} };
    await expect(log.append([events[0]!, strange], records)).rejects.toMatchObject({
      code: 'invalid-argument',
    });
    expect(await idsOf(store)).toEqual([]);
  });

  it('is whole whatever write the process dies at, before or after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
        survives,
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** Delivers the batches again after each death, as the bus does. */
async function survives(batches: readonly (readonly number[])[], deaths: readonly number[]): Promise<void> {
  const opened = await openTemporaryStore();
  try {
    let { store } = opened;
    for (const dieAt of [...deaths, Number.POSITIVE_INFINITY]) {
      let steps = 0;
      const hook = () => {
        steps += 1;
        if (steps >= dieAt) throw new Error('killed');
      };
      const log = await openAuditLog(hookedStore(store, hook));
      for (const numbers of batches) await log.append(...batchOf(numbers)).catch(() => undefined);
      store = await opened.reopen();
      const prefix = await entriesOf(store);
      expect(prefix.map(({ index }) => index)).toEqual(upTo(prefix.length));
    }
    const wanted = [...new Set(batches.flat())].map((n) => idOf(n));
    const ids = await idsOf(store);
    expect(ids.toSorted()).toEqual(wanted.toSorted());
  } finally {
    await opened.dispose();
  }
}
