import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CheckpointSigned } from '@baton/contracts';
import { encodeEvent, openEmbeddedBus } from '@baton/eventing';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import { allCheckpoints, checkpointCollection, checkpointIndexes } from '../checkpoints/stored-checkpoint.js';
import { entryId, type AuditEntry } from '../domain/audit-entry.js';
import { openLogStore } from '../log/log-store.js';
import { batchOf, upTo } from '../testing/deliveries.js';
import { openAuditLog, testKeys, writeLog } from '../testing/small-log.js';
import { formatReport } from './format-report.js';
import { verifyDataFolder } from './verify-data-folder.js';

const SIZE = 12;

describe('a data folder', () => {
  let dataDir: string;
  let store: DocumentStore;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'baton-folder-'));
    store = await openEmbeddedStore({ file: join(dataDir, 'store.db') });
    await writeLog(store, [upTo(5), upTo(SIZE)]);
    await writeLog(store, [upTo(3)], 'health');
  });

  afterEach(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const codes = async () => {
    const report = await verifyDataFolder(dataDir);
    return [...report.faults, ...report.logs.flatMap(({ faults }) => faults)].map(
      ({ code, index }) => `${code}@${index}`,
    );
  };
  const change = async (index: number, members: Partial<AuditEntry>) => {
    const { entries } = await openLogStore(store);
    const { id, version, body } = (await entries.get(entryId('bank', index)))!;
    await entries.save(id, version, { ...body, ...members });
    return async () => {
      await entries.save(id, version + 1, body);
    };
  };

  it('verifies with all its logs, while they are written', async () => {
    const report = await verifyDataFolder(dataDir);
    expect(report).toMatchObject({ ok: true, faults: [] });
    expect(report.logs.map(({ tenant, entries, signedEntries }) => [tenant, entries, signedEntries])).toEqual(
      [
        ['bank', SIZE, SIZE],
        ['health', 3, 3],
      ],
    );
    expect(formatReport(report)).toMatch(/VERIFIED {2}bank[^]*VERIFIED {2}health/);
    const audit = await openAuditLog(store);
    const writing = (async () => {
      for (let n = SIZE; n < SIZE + 200; n += 10) await audit.append(...batchOf(upTo(n + 10).slice(n)));
    })();
    expect((await verifyDataFolder(dataDir)).ok).toBe(true);
    await writing;
  });

  it('is checked with the keys one holds', async () => {
    const keys = ['bank', 'health'].map((tenant) => testKeys.signer(tenant).verifierKey);
    expect(await verifyDataFolder(dataDir, { verifierKeys: keys })).toMatchObject({ ok: true });
    const report = await verifyDataFolder(dataDir, { verifierKeys: [keys[0]!] });
    expect(report.logs.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('shows a change of any character of any member of any entry', async () => {
    const { entries } = await openLogStore(store);
    const names = Object.keys((await entries.get(entryId('bank', 0)))!.body) as (keyof AuditEntry)[];
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: SIZE - 1 }),
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 31 }),
        async (index, name, at, flip) => {
          const { body } = (await entries.get(entryId('bank', index)))!;
          const value = body[name];
          const undo = await change(index, {
            [name]: typeof value === 'number' ? value + flip : withOtherCharacter(value, at, flip),
          });
          expect(await codes()).not.toEqual([]);
          await undo();
        },
      ),
      { numRuns: 60 },
    );
    expect(await codes()).toEqual([]);
  }, 60_000);

  it('names the entry whose event was changed', async () => {
    await change(4, { dataJson: '{"turnIndex":4,"text":"something else"}' });
    expect(await codes()).toEqual(['commitment-mismatch@4']);
  });

  it('shows entries that are gone', async () => {
    const { entries } = await openLogStore(store);
    await entries.delete(entryId('bank', 6), 1);
    expect(await codes()).toEqual(['entries-unreachable@9', 'checkpoint-beyond-end@1']);
  });

  it('shows a log that was cut back with its checkpoints, by what was announced', async () => {
    const signed = await allCheckpoints(store, 'bank');
    const bus = openEmbeddedBus({ file: join(dataDir, 'bus.db') });
    await bus.ensureTopics([CheckpointSigned.topic]);
    const announced = signed.map(({ origin, size, root, note }) =>
      encodeEvent(
        CheckpointSigned,
        {
          id: `checkpoint-${size}`,
          source: '/baton/compliance-auditor',
          time: 1_772_366_400_000,
          subject: 'bank',
          tenantId: 'bank',
          correlationId: 'bank',
        },
        { origin, size, root, note },
      ),
    );
    await bus.publish(announced);
    await bus.close();
    expect(await codes()).toEqual([]);
    const { entries } = await openLogStore(store);
    for (let index = 5; index < SIZE; index++) await entries.delete(entryId('bank', index), 1);
    const checkpoints = await store.collection({ name: checkpointCollection, indexes: checkpointIndexes });
    await checkpoints.delete(entryId('bank', SIZE), 1);
    expect(await codes()).toEqual(['checkpoint-missing@1', 'checkpoint-beyond-end@1']);
  });

  it('shows a stored checkpoint that says something else than its note', async () => {
    const checkpoints = await store.collection<{ state: object }>({
      name: checkpointCollection,
      indexes: checkpointIndexes,
    });
    const { id, version, body } = (await checkpoints.get(entryId('bank', 5)))!;
    await checkpoints.save(id, version, { state: { ...body.state, size: 6 } });
    expect(await codes()).toEqual(['checkpoint-fields@0']);
  });

  it('is refused where there is none', async () => {
    const missing = verifyDataFolder(join(dataDir, 'nothing'));
    await expect(missing).rejects.toMatchObject({ code: 'data-folder-missing' });
  });
});

function withOtherCharacter(text: string, at: number, flip: number): string {
  const index = at % Math.max(1, text.length);
  const code = text.charCodeAt(index) || 0;
  return `${text.slice(0, index)}${String.fromCharCode(code ^ flip)}${text.slice(index + 1)}`;
}
