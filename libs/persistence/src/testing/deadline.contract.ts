import { setTimeout as pause } from 'node:timers/promises';
import {
  DeadlineRunner,
  type DeadlineRunnerOptions,
  type DueDeadline,
} from '../deadlines/deadline-runner.js';
import { commandCause } from '../outbox/cause.js';
import { openOutboxRepository } from '../outbox/open-outbox-repository.js';
import type { OutboxRepository } from '../outbox/outbox-repository.js';
import type { DocumentStore } from '../collection.js';
import type { OpenedStore } from './collection.contract.js';
import { add, type Tally } from './tally.js';

const NOW = 1_700_000_000_000;

/** For tests of a thousand documents, on a server that shares a busy machine. */
const SLOW_MS = 60_000;

/** What durable deadlines must hold on every store. Call it inside a spec file, with a function that opens an empty store. */
export function deadlineContract(adapter: string, open: () => Promise<OpenedStore>): void {
  describe(`${adapter} keeps deadlines`, () => {
    let opened: OpenedStore;
    let now: number;
    let clock: { now(): number };
    let repository: OutboxRepository<Tally>;
    let fired: DueDeadline<Tally>[];
    let errors: unknown[];

    beforeEach(async () => {
      opened = await open();
      now = NOW;
      clock = { now: () => now };
      fired = [];
      errors = [];
      repository = await openRepository(opened.store);
    });
    afterEach(() => opened.dispose());

    const openRepository = (store: DocumentStore): Promise<OutboxRepository<Tally>> =>
      openOutboxRepository<Tally>({
        store,
        name: 'contract_deadline',
        source: '/baton/contract',
        publish: async () => undefined,
        clock,
      });
    const setDeadline = (id: string, deadlineAt: number, on = repository): Promise<unknown> =>
      on.update(
        id,
        commandCause({ commandId: `set-${id}-${deadlineAt}`, tenantId: 't1', correlationId: id }),
        () => ({
          state: { total: 0, steps: 0 },
          events: [],
          deadlineAt,
        }),
      );
    /** A handler that does one step and sets no further deadline. */
    const handle =
      (on = repository) =>
      async (due: DueDeadline<Tally>): Promise<void> => {
        fired.push(due);
        await on.update(due.id, due.cause, add(due.id, 1));
      };
    const runner = (options: Partial<DeadlineRunnerOptions<Tally>> = {}): DeadlineRunner<Tally> =>
      new DeadlineRunner({
        repository,
        clock,
        onDeadline: handle(),
        onError: (error) => errors.push(error),
        ...options,
      });

    it('fires at the deadline, not before, and once', async () => {
      const deadlines = runner();
      await setDeadline('c1', NOW + 1000);
      now = NOW + 999;
      expect(await deadlines.tick()).toBe(0);
      now = NOW + 1000;
      expect(await deadlines.tick()).toBe(1);
      expect(await deadlines.tick()).toBe(0);
      expect(fired).toMatchObject([
        { id: 'c1', deadlineAt: NOW + 1000, now: NOW + 1000, state: { total: 0 } },
      ]);
      expect(await repository.get('c1')).toMatchObject({ state: { total: 1 } });
    });

    it('does not fire a deadline that moved or went', async () => {
      const deadlines = runner();
      await setDeadline('c1', NOW + 10);
      await setDeadline('c1', NOW + 5000);
      await setDeadline('c2', NOW + 10);
      await repository.update(
        'c2',
        commandCause({ commandId: 'x', tenantId: 't1', correlationId: 'c2' }),
        add('c2', 0),
      );
      now = NOW + 100;
      expect(await deadlines.tick()).toBe(0);
    });

    it(
      'fires all of many that are late, more than a page, of one instant or of many',
      async () => {
        const deadlines = runner();
        const sets = Array.from({ length: 1300 }, (_, n) => setDeadline(`c${n}`, NOW + (n < 700 ? 1 : n)));
        await Promise.all(sets);
        now = NOW + 10_000;
        expect(await deadlines.tick()).toBe(1300);
        expect(new Set(fired.map(({ id }) => id)).size).toBe(1300);
      },
      SLOW_MS,
    );

    it('fires late after a restart, never not at all', async () => {
      await setDeadline('c1', NOW + 1000);
      now = NOW + 3_600_000;
      const after = await openRepository(await opened.reopen());
      expect(await runner({ repository: after, onDeadline: handle(after) }).tick()).toBe(1);
      expect(fired[0]).toMatchObject({ id: 'c1', deadlineAt: NOW + 1000, now: NOW + 3_600_000 });
    });

    it('lets two runners of one store cause it once', async () => {
      const other = await openRepository(opened.store);
      await Promise.all(Array.from({ length: 20 }, (_, n) => setDeadline(`c${n}`, NOW)));
      await Promise.all([runner().tick(), runner({ repository: other, onDeadline: handle(other) }).tick()]);
      const documents = await repository.getMany(Array.from({ length: 20 }, (_, n) => `c${n}`));
      expect(documents.map(({ state }) => state.steps)).toEqual(Array(20).fill(1));
    });

    it('tries again, each time later, while the handler fails', async () => {
      let failing = true;
      const deadlines = runner({
        onDeadline: async (due) => {
          if (failing) throw new Error('no bus');
          await handle()(due);
        },
      });
      await setDeadline('c1', NOW);
      expect(await deadlines.tick()).toBe(1);
      expect(await deadlines.tick()).toBe(0);
      now += 250;
      expect(await deadlines.tick()).toBe(1);
      now += 250;
      expect(await deadlines.tick()).toBe(0);
      failing = false;
      now += 250;
      expect(await deadlines.tick()).toBe(1);
      expect(errors).toHaveLength(2);
      expect(await repository.get('c1')).toMatchObject({ state: { steps: 1 } });
    });

    it('reports a handler that leaves its deadline where it is', async () => {
      const deadlines = runner({ onDeadline: async () => undefined });
      await setDeadline('c1', NOW);
      await deadlines.tick();
      expect(errors).toMatchObject([{ code: 'deadline-not-moved' }]);
      expect(await deadlines.tick()).toBe(0);
    });

    it('leaves what another process owns until that is late', async () => {
      const deadlines = runner({ owns: (id) => id === 'mine', takeOverAfterMs: 2000 });
      await setDeadline('mine', NOW);
      await setDeadline('theirs', NOW);
      await deadlines.tick();
      expect(fired.map(({ id }) => id)).toEqual(['mine']);
      now += 2000;
      await deadlines.tick();
      expect(fired.map(({ id }) => id)).toEqual(['mine', 'theirs']);
    });

    it('does not let a handler that hangs hold up other deadlines', async () => {
      clock.now = () => Date.now();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const deadlines = runner({
        pollMs: 20,
        onDeadline: async (due) => {
          if (due.id === 'hangs') await held;
          await handle()(due);
        },
      });
      await setDeadline('hangs', Date.now() - 1000);
      deadlines.start();
      await pause(50);
      await setDeadline('late', Date.now() - 500);
      const patience = Date.now() + 5000;
      while (fired.length < 1 && Date.now() < patience) await pause(5);
      expect(fired.map(({ id }) => id)).toEqual(['late']);
      release();
      await deadlines.stop();
      expect(fired.map(({ id }) => id)).toEqual(['late', 'hangs']);
    });

    it(
      'gets past any number of documents it may not run, also of one instant',
      async () => {
        const deadlines = runner({ owns: (id) => id === 'mine' });
        await Promise.all(Array.from({ length: 1100 }, (_, n) => setDeadline(`theirs${n}`, NOW + 1)));
        await setDeadline('mine', NOW + 2);
        now = NOW + 10;
        expect(await deadlines.tick()).toBe(1);
        expect(fired.map(({ id }) => id)).toEqual(['mine']);
      },
      SLOW_MS,
    );

    it('fires by itself while it runs: what was saved before it began, and what is saved meanwhile', async () => {
      clock.now = () => Date.now();
      await setDeadline('before', Date.now() + 60);
      const deadlines = runner({ pollMs: 100 });
      deadlines.start();
      await setDeadline('near', Date.now() + 30);
      await setDeadline('far', Date.now() + 400);
      const patience = Date.now() + 5000;
      while (fired.length < 3 && Date.now() < patience) await pause(5);
      await deadlines.stop();
      expect(fired.map(({ id }) => id).sort()).toEqual(['before', 'far', 'near']);
      expect(fired.every((due) => due.now >= due.deadlineAt)).toBe(true);
      await setDeadline('late', Date.now());
      await pause(150);
      expect(fired).toHaveLength(3);
    });
  });
}
