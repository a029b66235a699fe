import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import fc from 'fast-check';
import { catalogOf } from '../catalog.js';
import { listDeadLetters, type DeadLetter } from '../dead-letter/list-dead-letters.js';
import { openEmbeddedBus } from '../embedded/embedded-bus.js';
import type { BatonEvent } from '../envelope.js';
import type { EventBus } from '../event-bus.js';
import { failingBus } from '../failing-bus.js';
import { startConsumer, type ConsumerOptions, type RunningConsumer } from './start-consumer.js';
import {
  ElsewhereTaken,
  step,
  StepIgnored,
  StepTaken,
  testCatalog,
  TOPIC,
  type Step,
} from './test-events.js';

const SERVICE = 'tester';
const clock = { now: () => 1_000 };

describe('startConsumer', () => {
  let bus: EventBus;
  const running: RunningConsumer[] = [];

  beforeEach(async () => {
    bus = openEmbeddedBus({ file: ':memory:', clock });
    await bus.ensureTopics([TOPIC, ElsewhereTaken.topic]);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((consumer) => consumer.stop()));
    await bus.close();
  });

  const consume = async (
    handle: (event: BatonEvent<Step>) => Promise<void>,
    options: Partial<ConsumerOptions> = {},
  ) => {
    const consumer = await startConsumer({
      bus,
      catalog: testCatalog,
      service: SERVICE,
      handlers: [{ type: StepTaken, handle }],
      clock,
      retry: { baseMs: 1, maxMs: 4 },
      ...options,
    });
    running.push(consumer);
    return consumer;
  };
  const letters = () => listDeadLetters(bus, SERVICE);
  const lettersOnceThere = async (count: number) => {
    let found: DeadLetter[] = [];
    await eventually(async () => (found = await letters()).length >= count);
    return found;
  };
  const everythingAcknowledged = () =>
    eventually(async () =>
      (await bus.positions(TOPIC, SERVICE)).every((position) => position.committed === position.next),
    );

  it('decodes events and gives them to the handler of their type', async () => {
    const events: BatonEvent<Step>[] = [];
    await consume(async (event) => void events.push(event));
    await bus.publish([step('k', 1)]);
    await eventually(() => events.length === 1);
    expect(events[0]).toMatchObject({ meta: { id: 'k/1', subject: 'k', tenantId: 'bank' }, data: { n: 1 } });
  });

  it('decodes a record once for all services of a process', async () => {
    const seen = new Set<BatonEvent<Step>>();
    let decoded = 0;
    const counted = {
      ...StepTaken,
      decode: (value: Uint8Array) => ((decoded += 1), StepTaken.decode(value)),
    };
    const catalog = catalogOf([counted]);
    for (const service of ['one', 'two', 'three']) {
      await consume(async (event) => void seen.add(event), { service, catalog });
    }
    await bus.publish([step('k', 1), step('k', 2)]);
    await eventually(async () => {
      const all = await Promise.all(['one', 'two', 'three'].map((group) => bus.positions(TOPIC, group)));
      return all.flat().every(({ committed, next }) => committed === next);
    });
    expect(decoded).toBe(2);
    expect(seen.size).toBe(2);
  });

  it('skips types without a handler undecoded, and counts them', async () => {
    let skipped = 0;
    const handled: number[] = [];
    await consume(async (event) => void handled.push(event.data.n), {
      metrics: { skipped: (records) => (skipped += records) },
    });
    const undecodable = { ...step('k', 1, StepIgnored), value: Buffer.from('not json') };
    await bus.publish([undecodable, step('k', 2)]);
    await eventually(() => handled.length === 1);
    expect(skipped).toBe(1);
    await everythingAcknowledged();
    expect(await letters()).toEqual([]);
  });

  describe('a record that is no event', () => {
    it.each([
      ['undecodable', { ...step('k', 1), value: Buffer.from('not json') }],
      [
        'unknown-type',
        { ...step('k', 1), headers: { ...step('k', 1).headers, ce_type: 'baton.test.v1.Unheard' } },
      ],
      ['missing-header', { ...step('k', 1), headers: {} }],
      [
        'wrong-topic',
        { ...step('k', 1), headers: { ...step('k', 1).headers, ce_type: ElsewhereTaken.type } },
      ],
      [
        'from-the-future',
        { ...step('k', 1), headers: { ...step('k', 1).headers, ce_time: '2199-01-01T00:00:00.000Z' } },
      ],
    ])('goes to the dead letters at once, bytes untouched: %s', async (code, record) => {
      const handled: number[] = [];
      await consume(async (event) => void handled.push(event.data.n), {
        handlers: [
          { type: StepTaken, handle: async (event) => void handled.push((event.data as Step).n) },
          { type: ElsewhereTaken, handle: async () => undefined },
        ],
      });
      await bus.publish([record, step('k', 2)]);
      await eventually(() => handled.length === 1);
      const [letter] = await lettersOnceThere(1);
      expect(letter).toMatchObject({
        code,
        attempts: 0,
        topic: TOPIC,
        offset: '0',
        key: 'k',
        replayed: false,
      });
      expect(Buffer.from(letter!.record.value)).toEqual(Buffer.from(record.value));
      expect(letter!.record.headers).toMatchObject(record.headers);
      await everythingAcknowledged();
    });
  });

  describe('a handler that fails', () => {
    it('is tried again until it succeeds', async () => {
      let calls = 0;
      const retried: string[] = [];
      await consume(
        async () => {
          calls += 1;
          if (calls < 5) throw new Error('not yet');
        },
        { metrics: { retried: (_, code) => retried.push(code) } },
      );
      await bus.publish([step('k', 1)]);
      await eventually(() => calls === 5);
      await everythingAcknowledged();
      expect(retried).toEqual(Array.from({ length: 4 }, () => 'unknown'));
      expect(await letters()).toEqual([]);
    });

    it('is given up after the last attempt, and the next event of the key follows', async () => {
      const seen: number[] = [];
      await consume(async ({ data }) => {
        seen.push(data.n);
        if (data.n === 1) throw new BatonError('crm-timeout', 'The CRM did not answer.', { retriable: true });
      });
      await bus.publish([step('k', 1), step('k', 2)]);
      const [letter] = await lettersOnceThere(1);
      expect(letter).toMatchObject({
        id: 'k/1',
        code: 'crm-timeout',
        message: 'The CRM did not answer.',
        attempts: 5,
        time: 1_000,
      });
      await eventually(() => seen.includes(2));
      expect(seen).toEqual([1, 1, 1, 1, 1, 2]);
    });

    it('is given up at once where trying again is useless', async () => {
      let calls = 0;
      await consume(async () => {
        calls += 1;
        throw new BatonError('bad-state', 'The handoff is over.');
      });
      await bus.publish([step('k', 1)]);
      expect(await lettersOnceThere(1)).toMatchObject([{ code: 'bad-state', attempts: 1 }]);
      expect(calls).toBe(1);
    });

    it('leaves no message of foreign errors in the dead letter', async () => {
      await consume(async () => {
        throw new TypeError('cannot read jane@example.org');
      });
      await bus.publish([step('k', 1)]);
      const [letter] = await lettersOnceThere(1);
      expect(letter).toMatchObject({ code: 'unknown', message: 'TypeError' });
      expect(JSON.stringify(letter!.record.headers)).not.toContain('jane');
    });
  });

  describe('while the infrastructure is away', () => {
    it.each(['store-unavailable', 'bus-unavailable'])('waits for it, however long: %s', async (code) => {
      let down = true;
      const handled: number[] = [];
      const consumer = await consume(async ({ data }) => {
        if (down) {
          const cause = new BatonError(code, 'down', { retriable: true });
          throw new BatonError('save-failed', 'It was not saved.', { cause });
        }
        handled.push(data.n);
      });
      await bus.publish([step('k', 1), step('k', 2)]);
      await eventually(() => consumer.health().degraded);
      await pause(100);
      expect(consumer.health()).toEqual({ degraded: true, code, waiting: 1 });
      expect(await letters()).toEqual([]);
      expect((await bus.positions(TOPIC, SERVICE)).every(({ committed }) => committed === '0')).toBe(true);
      down = false;
      await eventually(() => handled.length === 2);
      expect(handled).toEqual([1, 2]);
      expect(consumer.health()).toEqual({ degraded: false });
    });

    it('does not acknowledge what it could not bury', async () => {
      let down = true;
      const faulty = failingBus(bus, ({ topic }) => down && topic.startsWith('baton.dead-letter'));
      const consumer = await consume(
        async () => {
          throw new BatonError('bad-state', 'no');
        },
        { bus: faulty },
      );
      await bus.publish([step('k', 1)]);
      await eventually(() => consumer.health().degraded);
      await pause(80);
      expect((await bus.positions(TOPIC, SERVICE)).every(({ committed }) => committed === '0')).toBe(true);
      down = false;
      await lettersOnceThere(1);
      await everythingAcknowledged();
      expect(await letters()).toHaveLength(1);
    });

    it('stops although it waits, and delivers again at the next start', async () => {
      const consumer = await consume(async () => {
        throw new BatonError('store-unavailable', 'down', { retriable: true });
      });
      await bus.publish([step('k', 1)]);
      await eventually(() => consumer.health().degraded);
      await consumer.stop();
      const handled: number[] = [];
      await consume(async ({ data }) => void handled.push(data.n));
      await eventually(() => handled.length === 1);
    });

    it('waits for the bus at the start, and gives up when told to', async () => {
      const abort = new AbortController();
      const away: EventBus = {
        ...failingBus(bus, () => false),
        ensureTopics: async () => {
          throw new BatonError('bus-unavailable', 'down', { retriable: true });
        },
      };
      const starting = consume(async () => undefined, { bus: away, signal: abort.signal });
      await pause(30);
      abort.abort(new Error('enough'));
      await expect(starting).rejects.toThrow('enough');
    });
  });

  describe('batch handlers', () => {
    it('receive every event of their topics in order, with the records', async () => {
      const ids: string[] = [];
      await consume(async () => undefined, {
        handlers: [
          {
            topics: [TOPIC],
            handleBatch: async (events, records) => {
              expect(records.map((record) => record.headers['ce_id'])).toEqual(events.map((e) => e.meta.id));
              ids.push(...events.map((event) => event.meta.id));
            },
          },
        ],
      });
      await bus.publish([step('k', 1), step('k', 2, StepIgnored), step('k', 3)]);
      await eventually(() => ids.length === 3);
      expect(ids).toEqual(['k/1', 'k/2', 'k/3']);
    });

    it('receive only the types they name, and leave the others undecoded', async () => {
      const ids: string[] = [];
      let skipped = 0;
      await consume(async () => undefined, {
        handlers: [
          {
            topics: [TOPIC],
            types: [StepIgnored],
            handleBatch: async (events) => void ids.push(...events.map((event) => event.meta.id)),
          },
        ],
        metrics: { skipped: (records) => (skipped += records) },
      });
      const undecodable = { ...step('k', 1), value: Buffer.from('not json') };
      await bus.publish([undecodable, step('k', 2, StepIgnored), step('k', 3), step('k', 4, StepIgnored)]);
      await eventually(() => ids.length === 2);
      expect(ids).toEqual(['k/2', 'k/4']);
      expect(skipped).toBe(2);
      expect(await letters()).toEqual([]);
    });

    it('share a group with handlers of single types: each gets its own', async () => {
      const single: string[] = [];
      const batched: string[] = [];
      await consume(async () => undefined, {
        handlers: [
          { type: StepTaken, handle: async ({ meta }) => void single.push(meta.id) },
          {
            topics: [TOPIC],
            types: [StepIgnored],
            handleBatch: async (events) => void batched.push(...events.map((event) => event.meta.id)),
          },
        ],
      });
      await bus.publish([step('k', 1), step('k', 2, StepIgnored), step('k', 3)]);
      await eventually(() => batched.length === 1 && single.length === 2);
      expect(single).toEqual(['k/1', 'k/3']);
    });

    it('give up only the events that spoil their batch', async () => {
      const kept: number[] = [];
      await consume(async () => undefined, {
        handlers: [
          {
            topics: [TOPIC],
            handleBatch: async (events) => {
              const numbers = events.map((event) => (event.data as Step).n);
              if (numbers.includes(2)) throw new BatonError('bad-entry', 'no');
              kept.push(...numbers);
            },
          },
        ],
      });
      await bus.publish([step('k', 1), step('k', 2), step('k', 3)]);
      expect(await lettersOnceThere(1)).toMatchObject([{ id: 'k/2', code: 'bad-entry' }]);
      await eventually(() => kept.length === 2);
      expect(kept).toEqual([1, 3]);
    });
  });

  it('waits for running handlers on stop', async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let finished = false;
    const consumer = await consume(async () => {
      started.resolve();
      await release.promise;
      finished = true;
    });
    await bus.publish([step('k', 1)]);
    await started.promise;
    const stopping = consumer.stop();
    await nextTurn();
    expect(finished).toBe(false);
    release.resolve();
    await stopping;
    expect(finished).toBe(true);
  });

  it('stops when its signal aborts', async () => {
    const abort = new AbortController();
    const handled: number[] = [];
    await consume(async ({ data }) => void handled.push(data.n), { signal: abort.signal });
    await bus.publish([step('k', 1)]);
    await eventually(() => handled.length === 1);
    abort.abort();
    await pause(10);
    await bus.publish([step('k', 2)]);
    await pause(50);
    expect(handled).toEqual([1]);
  });

  it('keeps order per key, runs keys at once within the limit, and accounts for every event', async () => {
    /** What happens to one event: how often the handler fails before it succeeds; -1 = it fails for good. */
    const plans = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        failures: fc.constantFrom(-1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 9),
        turns: fc.nat(3),
      }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 1, max: 4 }), async (events, concurrency) => {
        const own = openEmbeddedBus({ file: ':memory:', clock, partitions: 3 });
        const failed = new Map<number, number>();
        const done = new Map<string, number[]>();
        const busy = new Set<string>();
        let widest = 0;
        let overlaps = 0;
        try {
          await own.ensureTopics([TOPIC]);
          const buried: string[] = [];
          const consumer = await startConsumer({
            bus: own,
            catalog: testCatalog,
            service: SERVICE,
            concurrency,
            clock,
            sleep: async () => void (await nextTurn()),
            metrics: { deadLettered: (_, code) => buried.push(code) },
            handlers: [
              {
                type: StepTaken,
                handle: async ({ meta: { subject }, data: { n } }: BatonEvent<Step>) => {
                  if (busy.has(subject)) overlaps += 1;
                  busy.add(subject);
                  widest = Math.max(widest, busy.size);
                  for (let turn = 0; turn < events[n]!.turns; turn += 1) await nextTurn();
                  busy.delete(subject);
                  const before = failed.get(n) ?? 0;
                  failed.set(n, before + 1);
                  if (events[n]!.failures < 0) throw new BatonError('for-good', 'no');
                  if (before < events[n]!.failures) throw new Error('not yet');
                  done.set(subject, [...(done.get(subject) ?? []), n]);
                },
              },
            ],
          });
          await own.publish(events.map(({ key }, n) => step(key, n)));
          const expected = (key: string) =>
            events.flatMap((event, n) =>
              event.key === key && event.failures >= 0 && event.failures < 5 ? [n] : [],
            );
          const lost = events.filter(({ failures }) => failures < 0 || failures >= 5).length;
          const handled = () => [...done.values()].flat().length;
          await eventually(() => handled() + buried.length >= events.length);
          await consumer.stop();
          for (const [key, numbers] of done) expect(numbers).toEqual(expected(key));
          expect(buried).toHaveLength(lost);
          expect(overlaps).toBe(0);
          expect(widest).toBeLessThanOrEqual(concurrency);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('not in time');
    await pause(2);
  }
}
