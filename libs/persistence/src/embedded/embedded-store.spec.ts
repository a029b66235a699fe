import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Collection } from '../collection.js';
import { collectionContract, openTemporaryStore } from '../testing/index.js';
import { openEmbeddedStore } from './embedded-store.js';

collectionContract('The embedded store', () => openTemporaryStore());
collectionContract('The embedded store with a writer of its own', () =>
  openTemporaryStore({ writer: 'own-thread' }),
);

describe('a full disk', () => {
  const filled = async (notes: Collection<{ text: string }>): Promise<number> => {
    for (let n = 0; ; n += 1) {
      const ids = Array.from({ length: 20 }, (_, each) => `n${n}-${each}`);
      const saves = await Promise.allSettled(ids.map((id) => notes.save(id, 0, { text: 'x'.repeat(1000) })));
      const failed = saves.filter(({ status }) => status === 'rejected');
      if (failed.length === 0) continue;
      for (const save of failed)
        expect(save).toMatchObject({ reason: { code: 'store-unavailable', retriable: true } });
      expect(failed).toHaveLength(20);
      expect(await notes.getMany(ids)).toEqual([]);
      return n;
    }
  };

  it.each(['this-thread', 'own-thread'] as const)(
    'rejects whole groups, half-writes nothing, and lets writes through when there is space again (%s)',
    async (writer) => {
      const { store, dispose } = await openTemporaryStore({ maxBytes: 1_000_000, writer });
      const notes = await store.collection<{ text: string }>({ name: 'notes' });
      const groups = await filled(notes);
      expect(await notes.count()).toBe(groups * 20);
      expect(await store.health()).toMatchObject({
        up: false,
        reason: expect.stringMatching(/full/) as string,
      });

      const old = Array.from({ length: 400 }, (_, n) => `n${Math.floor(n / 20)}-${n % 20}`);
      await Promise.all(old.map((id) => notes.delete(id, 1)));
      expect(await store.health()).toEqual({ up: true });
      expect((await notes.save('again', 0, { text: 'x'.repeat(1000) })).ok).toBe(true);
      await dispose();
    },
  );
});

describe('opening', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-open-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder it needs', async () => {
    const store = await openEmbeddedStore({ file: join(folder, 'a', 'b', 'store.db'), durability: 'power' });
    expect(await store.health()).toEqual({ up: true });
    await store.close();
  });

  it.each([
    ['a folder', (path: string) => path],
    ['no database', (path: string) => join(path, 'text.db')],
  ])('is store-unavailable where the file is %s', async (_, fileIn) => {
    await writeFile(
      join(folder, 'text.db'),
      'not a database at all, but long enough to be read as one'.repeat(50),
    );
    await expect(openEmbeddedStore({ file: fileIn(folder) })).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });

  it('refuses a file a newer Baton wrote', async () => {
    const file = join(folder, 'store.db');
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    await expect(openEmbeddedStore({ file })).rejects.toMatchObject({
      code: 'store-format',
      retriable: false,
    });
  });

  it('is store-unavailable while another process holds the file, and writes again afterwards', async () => {
    const file = join(folder, 'store.db');
    const store = await openEmbeddedStore({ file });
    const notes = await store.collection<{ text: string }>({ name: 'notes' });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(notes.save('a', 0, { text: 'a' })).rejects.toMatchObject({ code: 'store-unavailable' });
    other.exec('ROLLBACK');
    other.close();
    expect((await notes.save('a', 0, { text: 'a' })).ok).toBe(true);
    await store.close();
  });
});
