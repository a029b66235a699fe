import { setTimeout as pause } from 'node:timers/promises';
import type { EventRecord } from '@baton/eventing';
import type { DocumentStore } from '../collection.js';
import { commandCause, eventCause, type Cause } from '../outbox/cause.js';
import { openOutboxRepository } from '../outbox/open-outbox-repository.js';
import type { OutboxRepository, OutboxRepositoryOptions } from '../outbox/outbox-repository.js';
import type { OpenedStore } from './collection.contract.js';
import { hookedStore, type WriteHook } from './faulty-store.js';
import { add, ADDED, dataOf, eventId, type Added, type Tally } from './tally.js';

const NOW = 1_700_000_000_000;

/** For tests of a thousand documents, on a server that shares a busy machine. */
const SLOW_MS = 60_000;

/** What the one-write rule must hold on every store. Call it inside a spec file, with a function that opens an empty store. */
export function outboxContract(adapter: string, open: () => Promise<OpenedStore>): void {
  describe(`${adapter} keeps the one-write rule`, () => {
    let opened: OpenedStore;
    let now: number;
    let writes: number;
    let onWrite: WriteHook;
    let published: EventRecord[];
    let publish: (records: readonly EventRecord[]) => Promise<void>;

    beforeEach(async () => {
      opened = await open();
      now = NOW;
      writes = 0;
      onWrite = () => undefined;
      published = [];
      publish = async (records) => void published.push(...records);
    });
    afterEach(() => opened.dispose());

    const openRepository = async (
      options: Partial<OutboxRepositoryOptions> = {},
      store: DocumentStore = opened.store,
    ): Promise<OutboxRepository<Tally>> =>
      openOutboxRepository<Tally>({
        store: hookedStore(
          store,
          (step, write) => {
            if (step === 'before') writes += 1;
            onWrite(step, write);
          },
          options.cacheSize === 0 ? false : store.exclusive,
        ),
        name: 'contract_tally',
        indexes: [{ fields: ['state.total'] }],
        source: '/baton/contract',
        publish: (records) => publish(records),
        clock: { now: () => now },
        freezeStates: true,
        ...options,
      });

    const ids = (): string[] => published.map(eventId);
    const totals = (): number[] =>
      published
        .filter(({ headers }) => headers['ce_type'] === ADDED.type)
        .map((record) => dataOf<Added>(record).total);
    const busDown = async (): Promise<void> => {
      throw new Error('connection refused');
    };

    describe('an update', () => {
      it('is one write, then its events in order', async () => {
        const repository = await openRepository();
        const result = await repository.update('c1', cause('e1'), add('c1', 5));
        expect(result).toMatchObject({ outcome: 'applied', state: { total: 5, steps: 1 } });
        expect(writes).toBe(1);
        expect(ids()).toEqual(result.events.map(({ meta }) => meta.id));
        expect(published.map(({ headers }) => headers['ce_type'])).toEqual([
          'baton.contract.v1.Added',
          'baton.contract.v1.Counted',
        ]);
        expect(await repository.get('c1')).toMatchObject({ version: 1, tenantId: 't1', state: { total: 5 } });
      });

      it('carries tenant, correlation, cause and trace', async () => {
        const repository = await openRepository();
        const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
        const incoming = {
          id: 'e1',
          type: 'x',
          source: '/x',
          time: 1,
          subject: 'c1',
          tenantId: 't1',
          correlationId: 'k1',
          traceparent,
        };
        const { events } = await repository.update('c1', eventCause(incoming), add('c1', 5));
        expect(events[0]?.meta).toEqual({
          id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          type: 'baton.contract.v1.Added',
          source: '/baton/contract',
          time: NOW,
          subject: 'c1',
          tenantId: 't1',
          correlationId: 'k1',
          causationId: 'e1',
          traceparent,
        });
        expect(published[0]).toMatchObject({
          topic: 'baton.contract.v1',
          key: 'c1',
          headers: { ce_causationid: 'e1', ce_tenantid: 't1', ce_correlationid: 'k1', traceparent },
        });
      });

      it('names no causation where a command starts the chain', async () => {
        const repository = await openRepository();
        const { events } = await repository.update('c1', cause('cmd-1'), add('c1', 5));
        expect(events[0]?.meta).not.toHaveProperty('causationId');
      });

      it('gives the same ids for the same cause, and others for another document of it', async () => {
        const repository = await openRepository();
        const first = await repository.update('c1', cause('e1'), add('c1', 5));
        const other = await repository.update('c2', cause('e1'), add('c2', 5));
        const all = [...first.events, ...other.events].map(({ meta }) => meta.id);
        expect(new Set(all).size).toBe(4);
        expect(ids()).toEqual(all);
      });

      it('saves nothing where the decision is to ignore it', async () => {
        const repository = await openRepository();
        expect(await repository.update('c1', cause('e1'), () => undefined)).toEqual({
          outcome: 'ignored',
          state: undefined,
          events: [],
        });
        await repository.update('c1', cause('e2'), add('c1', 1));
        expect(await repository.update('c1', cause('e3'), () => undefined)).toMatchObject({
          outcome: 'ignored',
          state: { total: 1 },
        });
        expect(writes).toBe(1);
      });

      it('saves nothing where the decision throws', async () => {
        const repository = await openRepository();
        const refuse = (): never => {
          throw new RangeError('no');
        };
        await expect(repository.update('c1', cause('e1'), refuse)).rejects.toThrow('no');
        expect(await repository.get('c1')).toBeUndefined();
        expect((await repository.update('c1', cause('e1'), add('c1', 1))).outcome).toBe('applied');
      });

      it('refuses a cause of another tenant', async () => {
        const repository = await openRepository();
        await repository.update('c1', cause('e1'), add('c1', 1));
        const stranger = { ...cause('e2'), tenantId: 't2' };
        await expect(repository.update('c1', stranger, add('c1', 1))).rejects.toMatchObject({
          code: 'tenant-mismatch',
        });
        expect(await repository.get('c1')).toMatchObject({ state: { total: 1 } });
      });

      it('refuses an event no broker would take, before it saves anything', async () => {
        const repository = await openRepository();
        const huge = {
          type: ADDED,
          subject: 'c1',
          data: { amount: 1, total: 1, pad: 'x'.repeat(1_100_000) },
        };
        const decide = () => ({ state: { total: 1, steps: 1 }, events: [huge] });
        await expect(repository.update('c1', cause('e1'), decide)).rejects.toMatchObject({
          code: 'event-too-large',
        });
        expect(writes).toBe(0);
      });

      it('hands out states nobody can change', async () => {
        const repository = await openRepository();
        await repository.update('c1', cause('e1'), add('c1', 1));
        const { state } = await repository.update('c1', cause('e2'), () => undefined);
        expect(() => Object.assign(state ?? {}, { total: 99 })).toThrow(TypeError);
      });
    });

    describe('a cause that comes again', () => {
      it('changes and publishes nothing', async () => {
        const repository = await openRepository();
        await repository.update('c1', cause('e1'), add('c1', 5));
        const again = await repository.update('c1', cause('e1'), add('c1', 5));
        expect(again).toEqual({ outcome: 'duplicate', state: { total: 5, steps: 1 }, events: [] });
        expect(published).toHaveLength(2);
        expect(writes).toBe(1);
      });

      it('is known to the next process too', async () => {
        await (await openRepository()).update('c1', cause('e1'), add('c1', 5));
        const next = await openRepository({}, await opened.reopen());
        expect((await next.update('c1', cause('e1'), add('c1', 5))).outcome).toBe('duplicate');
        expect(new Set(ids()).size).toBe(2);
      });

      it('is remembered for the last inboxSize causes', async () => {
        const repository = await openRepository({ inboxSize: 3 });
        for (const id of ['e1', 'e2', 'e3', 'e4']) await repository.update('c1', cause(id), add('c1', 1));
        expect((await repository.update('c1', cause('e2'), add('c1', 1))).outcome).toBe('duplicate');
        expect((await repository.update('c1', cause('e1'), add('c1', 1))).outcome).toBe('applied');
      });
    });

    describe('updates of one document that wait', () => {
      /** A repository whose first publish is held, so that what comes meanwhile waits. */
      const held = async (options: Partial<OutboxRepositoryOptions> = {}) => {
        let release = (): void => undefined;
        const gate = new Promise<void>((resolve) => (release = resolve));
        publish = async (records) => {
          await gate;
          published.push(...records);
        };
        const repository = await openRepository(options);
        const first = repository.update('c1', cause('e0'), add('c1', 1));
        while (writes === 0) await pause(1);
        return { repository, first, release };
      };

      it('share the next write, each with its own events and ids', async () => {
        const { repository, first, release } = await held();
        const waiting = [1, 2, 3].map((n) => repository.update('c1', cause(`e${n}`), add('c1', 10 * n)));
        release();
        const outcomes = await Promise.all([first, ...waiting]);
        expect(writes).toBe(2);
        expect(outcomes.map(({ outcome, state }) => [outcome, state?.total])).toEqual([
          ['applied', 1],
          ['applied', 11],
          ['applied', 31],
          ['applied', 61],
        ]);
        expect(totals()).toEqual([1, 11, 31, 61]);
        expect(ids()).toEqual(outcomes.flatMap(({ events }) => events.map(({ meta }) => meta.id)));
        const alone = await (
          await openRepository({ name: 'contract_tally' })
        ).update('c1', cause('e2'), add('c1', 20));
        expect(alone.outcome).toBe('duplicate');
      });

      it('fail alone, are ignored alone, and are one where they have one cause', async () => {
        const { repository, first, release } = await held();
        const refused = repository.update('c1', cause('e1'), () => {
          throw new RangeError('no');
        });
        const stranger = repository.update('c1', { ...cause('e2'), tenantId: 't2' }, add('c1', 5));
        const ignored = repository.update('c1', cause('e3'), () => undefined);
        const applied = repository.update('c1', cause('e4'), add('c1', 2));
        const again = repository.update('c1', cause('e4'), add('c1', 2));
        release();
        await expect(refused).rejects.toThrow('no');
        await expect(stranger).rejects.toMatchObject({ code: 'tenant-mismatch' });
        expect(await ignored).toMatchObject({ outcome: 'ignored', state: { total: 1 } });
        expect(await applied).toMatchObject({ outcome: 'applied', state: { total: 3 } });
        expect(await again).toMatchObject({ outcome: 'duplicate', state: { total: 3 } });
        expect((await first).outcome).toBe('applied');
        expect(totals()).toEqual([1, 3]);
      });

      it('are all told where the write or the bus fails', async () => {
        const { repository, first, release } = await held();
        onWrite = (step) => {
          if (step === 'before') throw new Error('disk full');
        };
        const lost = [1, 2].map((n) => repository.update('c1', cause(`e${n}`), add('c1', 1)));
        release();
        await first;
        for (const update of lost) await expect(update).rejects.toThrow('disk full');
        onWrite = () => undefined;
        publish = busDown;
        const [command, event] = await Promise.allSettled([
          repository.update('c1', cause('e3'), add('c1', 1), { whenBusDown: 'defer' }),
          repository.update('c1', cause('e4'), add('c1', 1)),
        ]);
        expect(command).toMatchObject({ status: 'fulfilled' });
        expect(event).toMatchObject({ status: 'rejected', reason: { code: 'bus-unavailable' } });
        expect(await repository.get('c1')).toMatchObject({ state: { total: 3 } });
      });

      it('are never more in one write than the inbox remembers', async () => {
        const { repository, first, release } = await held({ inboxSize: 2 });
        const waiting = [1, 2, 3, 4, 5].map((n) => repository.update('c1', cause(`e${n}`), add('c1', 1)));
        release();
        await Promise.all([first, ...waiting]);
        expect(writes).toBe(4);
        expect(totals()).toEqual([1, 2, 3, 4, 5, 6]);
      });

      it('continue each their own trace', async () => {
        const { repository, first, release } = await held();
        const traces = ['a', 'b'].map((digit) => `00-${digit.repeat(32)}-${'c'.repeat(16)}-00`);
        const waiting = traces.map((traceparent, n) =>
          repository.update('c1', { ...cause(`e${n + 1}`), traceparent }, add('c1', 1)),
        );
        release();
        const outcomes = await Promise.all([first, ...waiting]);
        expect(outcomes.map(({ events }) => events[0]?.meta.traceparent)).toEqual([undefined, ...traces]);
      });
    });

    describe('an update that may wait', () => {
      it('is written with those that come meanwhile', async () => {
        const repository = await openRepository();
        const patient = [1, 2, 3].map((n) =>
          repository.update('c1', cause(`e${n}`), add('c1', 1), { gatherMs: 20 }),
        );
        expect(writes).toBe(0);
        await Promise.all(patient);
        expect(writes).toBe(1);
        expect(totals()).toEqual([1, 2, 3]);
      });

      it('goes at once with one that does not wait, with a reader and with the end', async () => {
        const repository = await openRepository();
        const wait = { gatherMs: 60_000 };
        const first = repository.update('c1', cause('e1'), add('c1', 1), wait);
        await repository.update('c1', cause('e2'), add('c1', 1));
        await first;
        expect(writes).toBe(1);
        const second = repository.update('c1', cause('e3'), add('c1', 1), wait);
        expect(await repository.get('c1')).toMatchObject({ state: { total: 3 } });
        await second;
        const third = repository.update('c2', cause('e4'), add('c2', 1), wait);
        await repository.close();
        expect(await third).toMatchObject({ outcome: 'applied' });
      });
    });

    describe('order', () => {
      it('of events is the order of saves, however long publishing takes', async () => {
        const repository = await openRepository();
        const delays = [20, 0, 10, 0, 5];
        publish = async (records) => {
          await pause(delays.shift() ?? 0);
          published.push(...records);
        };
        await Promise.all([1, 2, 3, 4, 5].map((n) => repository.update('c1', cause(`e${n}`), add('c1', 1))));
        expect(totals()).toEqual([1, 2, 3, 4, 5]);
      });

      it('holds across a failed publish: what is older goes first', async () => {
        const repository = await openRepository();
        publish = busDown;
        await expect(repository.update('c1', cause('e1'), add('c1', 1))).rejects.toMatchObject({
          code: 'bus-unavailable',
          retriable: true,
        });
        publish = async (records) => void published.push(...records);
        await repository.update('c1', cause('e2'), add('c1', 1));
        expect(totals()).toEqual([1, 2]);
      });

      it('does not make different documents wait for each other', async () => {
        const repository = await openRepository();
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        publish = async (records) => {
          if (records[0]?.key === 'slow') await held;
          published.push(...records);
        };
        const slow = repository.update('slow', cause('e1'), add('slow', 1));
        await repository.update('fast', cause('e1'), add('fast', 1));
        expect(published.map(({ key }) => key)).toEqual(['fast', 'fast']);
        release();
        await slow;
      });
    });

    describe('with the bus down', () => {
      it('keeps the state and the events, and redelivery publishes them with the same ids', async () => {
        const repository = await openRepository();
        publish = async (records) => {
          published.push(...records);
          throw new Error('acknowledgement lost');
        };
        await expect(repository.update('c1', cause('e1'), add('c1', 5))).rejects.toMatchObject({
          code: 'bus-unavailable',
        });
        expect(await repository.get('c1')).toMatchObject({ state: { total: 5 } });
        const lost = ids();
        published = [];
        publish = async (records) => void published.push(...records);
        expect((await repository.update('c1', cause('e1'), add('c1', 5))).outcome).toBe('duplicate');
        expect(ids()).toEqual(lost);
      });

      it('rejects the redelivery as long as the bus stays down', async () => {
        const repository = await openRepository();
        publish = busDown;
        for (let attempt = 0; attempt < 3; attempt += 1) {
          await expect(repository.update('c1', cause('e1'), add('c1', 5))).rejects.toMatchObject({
            code: 'bus-unavailable',
          });
        }
        expect(await repository.get('c1')).toMatchObject({ state: { total: 5, steps: 1 } });
      });

      it('lets a command that asks for it go on, and publishes in the background', async () => {
        const failures: unknown[] = [];
        const repository = await openRepository({ onBackgroundError: (error) => failures.push(error) });
        publish = busDown;
        const result = await repository.update('c1', cause('cmd'), add('c1', 5), { whenBusDown: 'defer' });
        expect(result.outcome).toBe('applied');
        expect(failures).toHaveLength(1);
        publish = async (records) => void published.push(...records);
        expect(await repository.recover()).toBe(1);
        expect(ids()).toEqual(result.events.map(({ meta }) => meta.id));
      });

      it('offers what the bus refused to it again soon, once started', async () => {
        const repository = await openRepository();
        await repository.start();
        publish = busDown;
        await repository.update('c1', cause('e1'), add('c1', 1), { whenBusDown: 'defer' });
        await repository.update('c2', cause('e2'), add('c2', 1), { whenBusDown: 'defer' });
        publish = async (records) => void published.push(...records);
        const until = Date.now() + 4_000;
        while (published.length < 2 && Date.now() < until)
          await new Promise((resolve) => setTimeout(resolve, 20));
        expect(totals()).toEqual([1, 1]);
        expect(await pendingDocuments(repository)).toBe(0);
      });

      it('recovers by the age of the oldest event it keeps', async () => {
        const repository = await openRepository();
        publish = busDown;
        await repository.update('c1', cause('e1'), add('c1', 1), { whenBusDown: 'defer' });
        now += 4000;
        await repository.update('c1', cause('e2'), add('c1', 1), { whenBusDown: 'defer' });
        publish = async (records) => void published.push(...records);
        expect(await repository.recover(5000)).toBe(0);
        expect(await repository.recover(4000)).toBe(1);
        expect(totals()).toEqual([1, 2]);
      });

      it('recovers nothing yet, and says so', async () => {
        const repository = await openRepository();
        publish = busDown;
        await repository.update('c1', cause('cmd'), add('c1', 5), { whenBusDown: 'defer' });
        await expect(repository.recover()).rejects.toMatchObject({ code: 'bus-unavailable' });
      });
    });

    describe('clearing', () => {
      it('rides on the next write of the document', async () => {
        const repository = await openRepository();
        await repository.update('c1', cause('e1'), add('c1', 1));
        await repository.update('c1', cause('e2'), () => ({ state: { total: 0, steps: 2 }, events: [] }));
        expect(await repository.sweep()).toBe(0);
        expect(writes).toBe(2);
        expect(await pendingDocuments(repository)).toBe(0);
      });

      it('is swept where no write comes', async () => {
        const repository = await openRepository();
        for (const id of ['c1', 'c2', 'c3']) await repository.update(id, cause('e1'), add(id, 1));
        expect(await repository.sweep(1000)).toBe(0);
        now += 1000;
        expect(await pendingDocuments(repository)).toBe(3);
        expect(await repository.sweep(1000)).toBe(3);
        expect(await pendingDocuments(repository)).toBe(0);
        expect(await repository.get('c2')).toMatchObject({ state: { total: 1 } });
      });

      it('happens in the background and at the end', async () => {
        const repository = await openRepository({ clearAfterMs: 10, clock: { now: () => Date.now() } });
        await repository.start();
        await repository.update('c1', cause('e1'), add('c1', 1));
        const patience = Date.now() + 5000;
        while ((await pendingDocuments(repository)) > 0 && Date.now() < patience) await pause(10);
        expect(await pendingDocuments(repository)).toBe(0);
        await repository.update('c1', cause('e2'), add('c1', 1));
        await repository.close();
        expect(await pendingDocuments(repository)).toBe(0);
        await expect(repository.update('c1', cause('e3'), add('c1', 1))).rejects.toMatchObject({
          code: 'repository-closed',
        });
      });

      it('leaves documents of unacknowledged events alone', async () => {
        const repository = await openRepository();
        publish = busDown;
        await repository.update('c1', cause('e1'), add('c1', 1), { whenBusDown: 'defer' });
        expect(await repository.sweep()).toBe(0);
        expect(await pendingDocuments(repository)).toBe(1);
      });
    });

    describe('after a crash', () => {
      it('publishes at start what was saved but not published', async () => {
        const dead = await openRepository();
        publish = busDown;
        for (let n = 0; n < 20; n += 1) {
          await dead.update(`c${n}`, cause('e1'), add(`c${n}`, 1), { whenBusDown: 'defer' });
        }
        publish = async (records) => void published.push(...records);
        const next = await openRepository({}, await opened.reopen());
        await next.start();
        expect(new Set(ids()).size).toBe(40);
        expect(await pendingDocuments(next)).toBe(0);
        await next.close();
      });

      it('finds out by redelivery what it cannot know: a save whose answer was lost', async () => {
        const repository = await openRepository();
        onWrite = (step) => {
          if (step === 'after') throw new Error('answer lost');
        };
        await expect(repository.update('c1', cause('e1'), add('c1', 5))).rejects.toThrow('answer lost');
        expect(published).toHaveLength(0);
        onWrite = () => undefined;
        expect((await repository.update('c1', cause('e1'), add('c1', 5))).outcome).toBe('duplicate');
        expect(published).toHaveLength(2);
        expect(await repository.get('c1')).toMatchObject({ state: { total: 5 } });
      });
    });

    describe('several writers of one store', () => {
      it(
        'add up, each event once, in the order of saves',
        async () => {
          const open = () => openRepository({ cacheSize: 0 });
          const [first, second, third] = [await open(), await open(), await open()];
          const writer = (n: number) => [first, second, third][n % 3] ?? first;
          const updates = Array.from({ length: 30 }, (_, n) =>
            writer(n)
              .update('c1', cause(`e${n}`), add('c1', 1))
              .catch((error: unknown) => error),
          );
          const results = await Promise.all(updates);
          // Ten lost races in a row end in too-many-conflicts; the consumer would deliver again, and so do we.
          for (const [n, result] of results.entries()) {
            if (!(result instanceof Error)) continue;
            expect(result).toMatchObject({ code: 'too-many-conflicts' });
            await writer(n).update('c1', cause(`e${n}`), add('c1', 1));
          }
          expect(await first.get('c1')).toMatchObject({ state: { total: 30, steps: 30 } });
          expect(new Set(ids()).size).toBe(60);
          expect([...new Set(totals())]).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
        },
        SLOW_MS,
      );

      it('never ignore for good what only an outdated copy would ignore', async () => {
        const shared = hookedStore(opened.store, () => undefined, false);
        const [left, right] = [await openRepository({}, shared), await openRepository({}, shared)];
        await left.update('c1', cause('e1'), add('c1', 1));
        await right.update('c1', cause('e2'), add('c1', 9));
        const result = await left.update('c1', cause('e3'), (state) =>
          state !== undefined && state.total >= 10 ? add('c1', 100)(state) : undefined,
        );
        expect(result).toMatchObject({ outcome: 'applied', state: { total: 110 } });
      });

      it('give up after ten lost races, with nothing saved', async () => {
        const repository = await openRepository({ random: () => 0 });
        const rival = await opened.store.collection<{ state: Tally }>({ name: 'contract_tally' });
        let attempts = 0;
        const decide = (state: Tally | undefined) => {
          attempts += 1;
          return add('c1', 1)(state);
        };
        await repository.update('c1', cause('e0'), add('c1', 1));
        const stored = await rival.get('c1');
        const racing = hookedStore(opened.store, () => undefined);
        const beaten = await openOutboxRepository<Tally>({
          store: {
            ...racing,
            collection: async <T extends object>(spec: { name: string }) => {
              const collection = await racing.collection<T>(spec);
              return {
                ...collection,
                save: async (id, expectedVersion) => ({
                  ok: false,
                  error: { code: 'version-conflict', id, expectedVersion },
                }),
              };
            },
          },
          name: 'contract_tally',
          source: '/baton/contract',
          publish: (records) => publish(records),
          clock: { now: () => now },
          random: () => 0,
        });
        await expect(beaten.update('c1', cause('e1'), decide)).rejects.toMatchObject({
          code: 'too-many-conflicts',
          retriable: true,
        });
        expect(attempts).toBe(10);
        expect(await rival.get('c1')).toEqual(stored);
      });
    });

    describe('reading', () => {
      it('finds and counts by fields of the state', async () => {
        const repository = await openRepository();
        for (const n of [1, 2, 3]) await repository.update(`c${n}`, cause(`e${n}`), add(`c${n}`, n * 10));
        const where = [{ field: 'state.total', op: '>=', value: 20 }] as const;
        const found = await repository.find({
          where,
          orderBy: [{ field: 'state.total', direction: 'desc' }],
        });
        expect(found.map(({ id, state }) => [id, state.total])).toEqual([
          ['c3', 30],
          ['c2', 20],
        ]);
        expect(await repository.count(where)).toBe(2);
        expect(await repository.getMany(['c1', 'nobody'])).toHaveLength(1);
      });

      it('tells the deadline the last decision set, and none where it set none', async () => {
        const repository = await openRepository();
        const decide = (deadlineAt?: number) => () => ({
          state: { total: 0, steps: 0 },
          events: [],
          deadlineAt,
        });
        await repository.update('c1', cause('e1'), decide(NOW + 5));
        expect(await repository.get('c1')).toMatchObject({ deadlineAt: NOW + 5 });
        await repository.update('c1', cause('e2'), decide());
        expect(await repository.get('c1')).not.toHaveProperty('deadlineAt');
        expect(await repository.count([{ field: 'deadlineAt', op: '<=', value: NOW + 5 }])).toBe(0);
      });
    });

    it('deletes a document only after its events are out', async () => {
      const repository = await openRepository();
      publish = busDown;
      await repository.update('c1', cause('e1'), add('c1', 1), { whenBusDown: 'defer' });
      await expect(repository.delete('c1')).rejects.toMatchObject({ code: 'bus-unavailable' });
      publish = async (records) => void published.push(...records);
      expect(await repository.delete('c1')).toBe(true);
      expect(published).toHaveLength(2);
      expect(await repository.get('c1')).toBeUndefined();
      expect(await repository.delete('c1')).toBe(false);
    });
  });
}

function cause(id: string): Cause {
  return commandCause({ commandId: id, tenantId: 't1', correlationId: 'k1' });
}

function pendingDocuments(repository: OutboxRepository<Tally>): Promise<number> {
  return repository.count([{ field: 'outboxSince', op: 'exists', value: true }]);
}
