import fc from 'fast-check';
import type { Collection, CollectionSpec, DocumentStore } from '../collection.js';

interface Agent {
  readonly name: string;
  readonly queue?: string;
  readonly load?: number;
  readonly ready?: boolean;
  readonly badge?: string;
  readonly site?: string;
  readonly desk?: { readonly no?: number };
  readonly at?: { readonly since?: number | string | null };
  readonly notes?: unknown;
}

/** A store for one test. `reopen` gives the same data through a new store, as after a restart of the process. */
export interface OpenedStore {
  readonly store: DocumentStore;
  reopen(): Promise<DocumentStore>;
  dispose(): Promise<void>;
}

const AGENTS: CollectionSpec = {
  name: 'contract_agent',
  indexes: [
    { fields: ['queue', 'load'] },
    { fields: ['load'] },
    { fields: ['ready'] },
    { fields: ['at.since'] },
    { fields: ['at'] },
    { fields: ['badge'], unique: true },
    { fields: ['site', 'desk.no'], unique: true },
  ],
};

/** For tests of a thousand documents, on a server that shares a busy machine. */
const SLOW_MS = 60_000;

/** What every adapter of the `Collection` port must do. Call it inside a spec file, with a function that opens an empty store. */
export function collectionContract(adapter: string, open: () => Promise<OpenedStore>): void {
  describe(`${adapter} keeps the Collection contract`, () => {
    let opened: OpenedStore;
    let agents: Collection<Agent>;

    beforeEach(async () => {
      opened = await open();
      agents = await opened.store.collection<Agent>(AGENTS);
    });
    afterEach(() => opened.dispose());

    const names = async (query: Parameters<Collection<Agent>['find']>[0]): Promise<string[]> =>
      (await agents.find(query)).map(({ id }) => id);

    describe('save and get', () => {
      it('gives nothing for an id that was never saved', async () => {
        expect(await agents.get('nobody')).toBeUndefined();
      });

      it('counts versions from 1', async () => {
        expect(await agents.save('a', 0, { name: 'Ada' })).toEqual({
          ok: true,
          value: { id: 'a', version: 1, body: { name: 'Ada' } },
        });
        await agents.save('a', 1, { name: 'Ada L.' });
        expect(await agents.get('a')).toEqual({ id: 'a', version: 2, body: { name: 'Ada L.' } });
      });

      it.each([
        ['a document that exists, saved as new', 0],
        ['an older version', 1],
        ['a version not reached yet', 3],
      ])('refuses %s and stores nothing of it', async (_, expectedVersion) => {
        await agents.save('a', 0, { name: 'one' });
        await agents.save('a', 1, { name: 'two' });
        expect(await agents.save('a', expectedVersion, { name: 'late' })).toEqual({
          ok: false,
          error: { code: 'version-conflict', id: 'a', expectedVersion },
        });
        expect(await agents.get('a')).toEqual({ id: 'a', version: 2, body: { name: 'two' } });
      });

      it('refuses a version of a document that does not exist', async () => {
        expect((await agents.save('a', 1, { name: 'ghost' })).ok).toBe(false);
        expect(await agents.get('a')).toBeUndefined();
      });

      it(
        'lets exactly one of 50 concurrent saves of a version win, ten times over',
        async () => {
          for (let version = 0; version < 10; version += 1) {
            const saves = await Promise.all(
              Array.from({ length: 50 }, (_, racer) => agents.save('a', version, { name: `racer ${racer}` })),
            );
            const winners = saves.flatMap((save) => (save.ok ? [save.value] : []));
            expect(winners).toHaveLength(1);
            expect(await agents.get('a')).toEqual(winners[0]);
          }
        },
        SLOW_MS,
      );

      it('neither aliases what it was given nor what it gave', async () => {
        const body = { name: 'Ada', notes: ['kept'] };
        const saving = agents.save('a', 0, body);
        body.notes.push('too late');
        await saving;
        const read = await agents.get('a');
        (read?.body.notes as string[]).push('mine');
        expect((await agents.get('a'))?.body.notes).toEqual(['kept']);
      });

      it(
        'gives back any JSON value as it was',
        async () => {
          const json = fc.jsonValue({ maxDepth: 4 });
          await fc.assert(
            fc.asyncProperty(fc.uuid(), json, async (id, notes) => {
              await agents.save(id, 0, { name: 'json', notes });
              const expected = JSON.parse(JSON.stringify(notes)) as unknown;
              expect((await agents.get(id))?.body.notes).toEqual(expected);
            }),
            { numRuns: 100 },
          );
        },
        SLOW_MS,
      );

      it('takes member names with dots, dollars, percents, nothing and prototypes in them', async () => {
        const notes = JSON.parse(
          '{"a.b":1,"$set":{"$":2},"":3,"%2E":4,"%":5,"__proto__":6,"constructor":7,"ключ":8}',
        ) as object;
        await agents.save('a', 0, { name: 'odd', notes });
        expect(JSON.stringify((await agents.get('a'))?.body.notes)).toBe(JSON.stringify(notes));
      });

      it('leaves undefined members out', async () => {
        await agents.save('a', 0, { name: 'Ada', notes: { gone: undefined, kept: [undefined, 1] } });
        expect(await agents.get('a')).toStrictEqual({
          id: 'a',
          version: 1,
          body: { name: 'Ada', notes: { kept: [null, 1] } },
        });
      });
    });

    describe('getMany', () => {
      it('gives those that exist', async () => {
        await agents.insertMany(['a', 'b', 'c'].map((id) => ({ id, body: { name: id } })));
        const found = await agents.getMany(['c', 'nobody', 'a']);
        expect(found.map(({ id }) => id).sort()).toEqual(['a', 'c']);
        expect(await agents.getMany([])).toEqual([]);
      });
    });

    describe('insertMany', () => {
      it(
        'writes all at version 1',
        async () => {
          const documents = Array.from({ length: 700 }, (_, n) => ({
            id: `n${n}`,
            body: { name: 'n', load: n },
          }));
          expect(await agents.insertMany(documents)).toEqual({ inserted: 700 });
          expect(await agents.count()).toBe(700);
          expect((await agents.get('n699'))?.version).toBe(1);
        },
        SLOW_MS,
      );

      it('stops at the first id that exists and keeps those before it', async () => {
        await agents.save('c', 0, { name: 'first' });
        const documents = ['a', 'b', 'c', 'd'].map((id) => ({ id, body: { name: 'second' } }));
        expect(await agents.insertMany(documents)).toEqual({ inserted: 2, conflict: 'c' });
        expect((await agents.get('c'))?.body.name).toBe('first');
        expect(await agents.get('d')).toBeUndefined();
      });

      it('stops at a unique index too', async () => {
        await agents.save('x', 0, { name: 'x', badge: '7' });
        const outcome = await agents.insertMany([
          { id: 'a', body: { name: 'a', badge: '6' } },
          { id: 'b', body: { name: 'b', badge: '7' } },
        ]);
        expect(outcome).toEqual({ inserted: 1, conflict: 'b' });
      });

      it('writes nothing for an empty list', async () => {
        expect(await agents.insertMany([])).toEqual({ inserted: 0 });
      });
    });

    describe('unique indexes', () => {
      it('refuse the same values under another id', async () => {
        await agents.save('a', 0, { name: 'a', badge: '7' });
        await expect(agents.save('b', 0, { name: 'b', badge: '7' })).rejects.toMatchObject({
          code: 'unique-violation',
          retriable: false,
        });
        await agents.save('b', 0, { name: 'b', badge: '8' });
        await expect(agents.save('b', 1, { name: 'b', badge: '7' })).rejects.toMatchObject({
          code: 'unique-violation',
        });
        expect((await agents.get('b'))?.body.badge).toBe('8');
      });

      it('let a document keep its own values, and free them when it changes or goes', async () => {
        await agents.save('a', 0, { name: 'a', badge: '7' });
        await agents.save('a', 1, { name: 'a2', badge: '7' });
        await agents.save('a', 2, { name: 'a3', badge: '8' });
        await agents.save('b', 0, { name: 'b', badge: '7' });
        await agents.delete('b', 1);
        expect((await agents.save('c', 0, { name: 'c', badge: '7' })).ok).toBe(true);
      });

      it('let any number of documents go without', async () => {
        await agents.save('a', 0, { name: 'a' });
        expect((await agents.save('b', 0, { name: 'b' })).ok).toBe(true);
      });

      it('of several fields count only documents that hold them all', async () => {
        await agents.save('a', 0, { name: 'a', site: 'north' });
        await agents.save('b', 0, { name: 'b', site: 'north', desk: {} });
        await agents.save('c', 0, { name: 'c', site: 'north', desk: { no: 1 } });
        await agents.save('d', 0, { name: 'd', site: 'south', desk: { no: 1 } });
        await expect(
          agents.save('a', 1, { name: 'a', site: 'north', desk: { no: 1 } }),
        ).rejects.toMatchObject({
          code: 'unique-violation',
        });
        expect(await agents.count([{ field: 'desk.no', op: '=', value: 1 }])).toBe(2);
      });

      it('hold for documents older than the index', async () => {
        const before = await opened.store.collection<Agent>({ name: 'contract_grown_unique' });
        for (const id of ['a', 'b']) await before.save(id, 0, { name: id, badge: id });
        const badges = { name: 'contract_grown_unique', indexes: [{ fields: ['badge'], unique: true }] };
        const after = await opened.store.collection<Agent>(badges);
        await expect(after.save('c', 0, { name: 'c', badge: 'a' })).rejects.toMatchObject({
          code: 'unique-violation',
        });
      });

      it('cannot be added over documents that break them', async () => {
        const before = await opened.store.collection<Agent>({ name: 'contract_broken_unique' });
        for (const id of ['a', 'b']) await before.save(id, 0, { name: id, badge: 'same' });
        const badges = { name: 'contract_broken_unique', indexes: [{ fields: ['badge'], unique: true }] };
        await expect(opened.store.collection<Agent>(badges)).rejects.toMatchObject({
          code: 'unique-violation',
        });
      });

      it('let one of 50 concurrent documents have a value', async () => {
        const saves = await Promise.allSettled(
          Array.from({ length: 50 }, (_, n) => agents.save(`n${n}`, 0, { name: 'n', badge: 'one' })),
        );
        expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await agents.count()).toBe(1);
      });
    });

    describe('find and count', () => {
      beforeEach(async () => {
        await agents.insertMany([
          { id: 'ada', body: { name: 'Ada', queue: 'loans', load: 2, ready: true, at: { since: 30 } } },
          { id: 'bob', body: { name: 'Bob', queue: 'loans', load: 10, ready: false, at: { since: '20' } } },
          { id: 'cyd', body: { name: 'Cyd', queue: 'cards', load: 1.5, ready: true, at: { since: null } } },
          { id: 'dan', body: { name: 'Dan', at: {} } },
          { id: 'eve', body: { name: 'Eve' } },
        ]);
      });

      it.each([
        ['=', { field: 'queue', op: '=', value: 'loans' }, ['ada', 'bob']],
        ['= of a number', { field: 'load', op: '=', value: 10 }, ['bob']],
        ['= of true', { field: 'ready', op: '=', value: true }, ['ada', 'cyd']],
        ['= of false', { field: 'ready', op: '=', value: false }, ['bob']],
        ['= of a number that is no boolean', { field: 'ready', op: '=', value: 1 }, []],
        ['<', { field: 'load', op: '<', value: 2 }, ['cyd']],
        ['<=', { field: 'load', op: '<=', value: 2 }, ['ada', 'cyd']],
        ['>', { field: 'load', op: '>', value: 2 }, ['bob']],
        ['>=', { field: 'load', op: '>=', value: 2 }, ['ada', 'bob']],
        ['> of numbers only', { field: 'at.since', op: '>', value: 0 }, ['ada']],
        ['> of strings only', { field: 'at.since', op: '>', value: '' }, ['bob']],
        ['in', { field: 'queue', op: 'in', value: ['cards', 'loans'] }, ['ada', 'bob', 'cyd']],
        ['in of several types', { field: 'at.since', op: 'in', value: [30, '20'] }, ['ada', 'bob']],
        ['in of nothing', { field: 'queue', op: 'in', value: [] }, []],
        ['exists', { field: 'at.since', op: 'exists', value: true }, ['ada', 'bob']],
        ['exists not', { field: 'at.since', op: 'exists', value: false }, ['cyd', 'dan', 'eve']],
        ['exists of an object', { field: 'at', op: 'exists', value: true }, ['ada', 'bob', 'cyd', 'dan']],
      ] as const)('finds by %s', async (_, condition, expected) => {
        expect((await names({ where: [condition] })).sort()).toEqual(expected);
        expect(await agents.count([condition])).toBe(expected.length);
      });

      it('joins conditions with and', async () => {
        const where = [
          { field: 'queue', op: '=', value: 'loans' },
          { field: 'load', op: '>', value: 2 },
        ] as const;
        expect(await names({ where })).toEqual(['bob']);
      });

      it('takes two bounds of one field', async () => {
        const where = [
          { field: 'load', op: '>', value: 1.5 },
          { field: 'load', op: '<', value: 10 },
        ] as const;
        expect(await names({ where })).toEqual(['ada']);
      });

      it('sorts, then cuts', async () => {
        const where = [{ field: 'load', op: 'exists', value: true }] as const;
        expect(await names({ where, orderBy: [{ field: 'load', direction: 'asc' }] })).toEqual([
          'cyd',
          'ada',
          'bob',
        ]);
        expect(await names({ where, orderBy: [{ field: 'load', direction: 'desc' }], limit: 2 })).toEqual([
          'bob',
          'ada',
        ]);
      });

      it('sorts missing fields first', async () => {
        const sorted = await names({ orderBy: [{ field: 'load', direction: 'asc' }] });
        expect(sorted.slice(0, 2).sort()).toEqual(['dan', 'eve']);
      });

      it('sees what a save changed', async () => {
        await agents.save('eve', 1, { name: 'Eve', queue: 'cards', load: 1 });
        await agents.save('cyd', 1, { name: 'Cyd' });
        expect(await names({ where: [{ field: 'queue', op: '=', value: 'cards' }] })).toEqual(['eve']);
      });

      it(
        'gives at most 1,000 documents unless told otherwise',
        async () => {
          await agents.insertMany(
            Array.from({ length: 1100 }, (_, n) => ({ id: `n${n}`, body: { name: 'n', queue: 'long' } })),
          );
          const where = [{ field: 'queue', op: '=', value: 'long' }] as const;
          expect(await agents.find({ where })).toHaveLength(1000);
          expect(await agents.find({ where, limit: 1050 })).toHaveLength(1050);
          expect(await agents.count(where)).toBe(1100);
        },
        SLOW_MS,
      );

      it('refuses fields nobody declared, and comparisons that mean nothing', async () => {
        await expect(
          agents.find({ where: [{ field: 'name', op: '=', value: 'Ada' }] }),
        ).rejects.toMatchObject({
          code: 'undeclared-field',
        });
        await expect(agents.count([{ field: 'name', op: '=', value: 'Ada' }])).rejects.toMatchObject({
          code: 'undeclared-field',
        });
        await expect(agents.find({ orderBy: [{ field: 'name', direction: 'asc' }] })).rejects.toMatchObject({
          code: 'undeclared-field',
        });
        await expect(agents.find({ where: [{ field: 'load', op: '<', value: [1] }] })).rejects.toMatchObject({
          code: 'bad-query',
        });
        await expect(
          agents.find({ where: [{ field: 'ready', op: '<', value: true }] }),
        ).rejects.toMatchObject({
          code: 'bad-query',
        });
      });
    });

    it('refuses an array in a declared field', async () => {
      const body = { name: 'a', queue: ['loans'] } as unknown as Agent;
      await expect(agents.save('a', 0, body)).rejects.toMatchObject({ code: 'unindexable-field' });
      await expect(agents.insertMany([{ id: 'a', body }])).rejects.toMatchObject({
        code: 'unindexable-field',
      });
    });

    it('refuses an object in a field of a unique index', async () => {
      const body = { name: 'a', badge: { no: 7 } } as unknown as Agent;
      await expect(agents.save('a', 0, body)).rejects.toMatchObject({ code: 'unindexable-field' });
    });

    describe('delete', () => {
      it('removes the expected version only', async () => {
        await agents.save('a', 0, { name: 'a' });
        await agents.save('a', 1, { name: 'b' });
        expect(await agents.delete('a', 1)).toBe(false);
        expect(await agents.delete('a', 2)).toBe(true);
        expect(await agents.delete('a', 2)).toBe(false);
        expect(await agents.get('a')).toBeUndefined();
      });

      it('lets the id be used again', async () => {
        await agents.save('a', 0, { name: 'a' });
        await agents.delete('a', 1);
        expect((await agents.save('a', 0, { name: 'again' })).ok).toBe(true);
      });
    });

    describe('collection', () => {
      it('is the same one each time and after a restart', async () => {
        await agents.save('a', 0, { name: 'Ada', queue: 'loans' });
        const again = await opened.store.collection<Agent>(AGENTS);
        expect((await again.get('a'))?.version).toBe(1);
        const reopened = await opened.reopen();
        const after = await reopened.collection<Agent>(AGENTS);
        expect(await after.find({ where: [{ field: 'queue', op: '=', value: 'loans' }] })).toEqual([
          { id: 'a', version: 1, body: { name: 'Ada', queue: 'loans' } },
        ]);
      });

      it('keeps collections apart', async () => {
        const other = await opened.store.collection<Agent>({ name: 'contract_other' });
        await agents.save('a', 0, { name: 'Ada' });
        expect(await other.get('a')).toBeUndefined();
      });

      it(
        'finds older documents by an index added later',
        async () => {
          const before = await opened.store.collection<Agent>({ name: 'contract_grown' });
          await before.insertMany(
            Array.from({ length: 600 }, (_, n) => ({ id: `n${n}`, body: { name: 'n', load: n } })),
          );
          const after = await opened.store.collection<Agent>({
            name: 'contract_grown',
            indexes: [{ fields: ['load'] }],
          });
          expect(await after.count([{ field: 'load', op: '>=', value: 590 }])).toBe(10);
        },
        SLOW_MS,
      );

      it('refuses names no store could take', async () => {
        await expect(opened.store.collection({ name: 'Bad Name' })).rejects.toMatchObject({
          code: 'bad-collection',
        });
        await expect(
          opened.store.collection({ name: 'contract_bad', indexes: [{ fields: ['a..b'] }] }),
        ).rejects.toMatchObject({ code: 'bad-collection' });
      });
    });

    it('says that it is up, and after close that it is not', async () => {
      expect(await opened.store.health()).toEqual({ up: true });
      await opened.store.close();
      expect(await opened.store.health()).toMatchObject({ up: false });
      await expect(agents.get('a')).rejects.toMatchObject({ code: 'store-unavailable', retriable: true });
      await expect(agents.save('a', 0, { name: 'a' })).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });
}
