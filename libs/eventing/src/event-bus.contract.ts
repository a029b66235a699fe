import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveredRecord, EventBus, EventRecord, Subscription } from './event-bus.js';

export interface BusUnderTest {
  readonly bus: EventBus;
  /** Closes the bus and opens another on the same log. */
  readonly reopen: () => Promise<EventBus>;
}

/** Longest a delivery may take before a test fails, in milliseconds; a real broker needs seconds to move a partition. */
const PATIENCE_MS = 20_000;
const TEST_MS = 60_000;
/** Long enough for a record that must not come to come. */
const QUIET_MS = 300;

/** Proves that an adapter keeps the promises of `EventBus`. `open` gives a bus on a log that may hold other topics. */
export function eventBusContract(name: string, open: () => Promise<BusUnderTest>): void {
  describe(`EventBus: ${name}`, () => {
    let under: BusUnderTest;
    let bus: EventBus;
    let topic: string;
    let group: string;
    const opened: EventBus[] = [];

    beforeEach(async () => {
      under = await open();
      bus = under.bus;
      opened.push(bus);
      topic = `contract.${randomUUID()}`;
      group = `group.${randomUUID()}`;
      await bus.ensureTopics([topic]);
    });

    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close()));
    });

    const proves = (what: string, how: () => Promise<void>) => it(what, how, TEST_MS);

    const reopen = async () => {
      const next = await under.reopen();
      opened.push(next);
      return next;
    };

    const listen = async (on: EventBus, subscription: Partial<Subscription> = {}) => {
      const inbox = new Inbox();
      const running = await on.subscribe({ group, topics: [topic], onBatch: inbox.onBatch, ...subscription });
      return { inbox, running };
    };

    proves('delivers key, headers and bytes as they were published', async () => {
      const { inbox } = await listen(bus);
      const value = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const headers = { ce_id: '1', 'content-type': 'application/json', odd: 'é\n"{}[]', empty: '' };
      await bus.publish([{ topic, key: 'schlüssel', headers, value }]);
      const [record] = await inbox.until(1);
      expect(record).toMatchObject({ topic, key: 'schlüssel', headers, offset: '0' });
      expect(Buffer.from(record!.value)).toEqual(Buffer.from(value));
      expect(record!.value.constructor).toBe(Uint8Array);
    });

    proves('keeps the order of a key, over many publish calls at once', async () => {
      const { inbox } = await listen(bus);
      const keys = Array.from({ length: 20 }, () => randomUUID());
      const calls = Array.from({ length: 50 }, (_, i) =>
        bus.publish(keys.map((key) => recordOf(topic, key, `${i}`))),
      );
      await Promise.all(calls);
      await inbox.until(20 * 50);
      const inOrder = Array.from({ length: 50 }, (_, i) => `${i}`);
      for (const key of keys) expect(inbox.textsOf(key)).toEqual(inOrder);
    });

    proves(
      'gives a batch the records of one partition only, with offsets that follow each other',
      async () => {
        const { inbox } = await listen(bus);
        await bus.publish(Array.from({ length: 100 }, (_, i) => recordOf(topic, `k${i}`, `${i}`)));
        await inbox.until(100);
        for (const batch of inbox.batches)
          expect(new Set(batch.map((record) => record.partition)).size).toBe(1);
        for (const offsets of inbox.offsetsByPartition().values()) {
          expect(offsets).toEqual(offsets.map((_, i) => i));
        }
      },
    );

    proves('gives every group every record', async () => {
      const one = await listen(bus, { group: `${group}.1` });
      const other = await listen(bus, { group: `${group}.2` });
      await bus.publish([recordOf(topic, 'k', 'a'), recordOf(topic, 'k', 'b')]);
      await Promise.all([one.inbox.until(2), other.inbox.until(2)]);
      expect(one.inbox.texts()).toEqual(['a', 'b']);
      expect(other.inbox.texts()).toEqual(['a', 'b']);
    });

    proves('shares a group among its members: each record once, each key with one member', async () => {
      const one = await listen(bus);
      const other = await listen(bus);
      await settled(bus, topic, group, one.inbox, other.inbox);
      one.inbox.clear();
      other.inbox.clear();
      await bus.publish(Array.from({ length: 200 }, (_, i) => recordOf(topic, `k${i % 50}`, `${i}`)));
      await eventually(() => one.inbox.count + other.inbox.count >= 200);
      await pause(QUIET_MS);
      const all = [...one.inbox.texts(), ...other.inbox.texts()].map(Number).sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: 200 }, (_, i) => i));
      const keysOfOne = new Set(one.inbox.records.map((record) => record.key));
      expect(other.inbox.records.filter((record) => keysOfOne.has(record.key))).toEqual([]);
      expect(one.inbox.count).toBeGreaterThan(0);
      expect(other.inbox.count).toBeGreaterThan(0);
    });

    proves('hands the partitions of a member that leaves to those that stay', async () => {
      const one = await listen(bus);
      const other = await listen(bus);
      await settled(bus, topic, group, one.inbox, other.inbox);
      await other.running.stop();
      one.inbox.clear();
      await bus.publish(Array.from({ length: 50 }, (_, i) => recordOf(topic, `k${i}`, `${i}`)));
      await eventually(() => new Set(one.inbox.texts()).size === 50);
    });

    proves('delivers a batch that was refused again, whole and unharmed', async () => {
      const seen: string[][] = [];
      const inbox = new Inbox();
      await listen(bus, {
        onBatch: async (records, signal) => {
          seen.push(records.map(textOf));
          for (const record of records) if (seen.length === 1) record.value.fill(0);
          if (seen.length === 1) throw new Error('refused');
          await inbox.onBatch(records, signal);
        },
      });
      await bus.publish([recordOf(topic, 'k', 'a'), recordOf(topic, 'k', 'b')]);
      await inbox.until(2);
      expect(seen[0]![0]).toBe('a');
      expect(inbox.texts()).toEqual(['a', 'b']);
    });

    proves('lets other partitions go on while one is refused', async () => {
      const inbox = new Inbox();
      await listen(bus, {
        onBatch: async (records, signal) => {
          if (records.some((record) => record.key === 'bad')) throw new Error('refused');
          await inbox.onBatch(records, signal);
        },
      });
      const keys = Array.from({ length: 20 }, (_, i) => `good-${i}`);
      const partitionOfBad = await partitionFor(bus, topic, 'bad');
      await bus.publish([recordOf(topic, 'bad', 'x'), ...keys.map((key) => recordOf(topic, key, key))]);
      const elsewhere = async () => {
        const positions = await bus.positions(topic);
        return positions
          .filter((position) => position.partition !== partitionOfBad)
          .reduce((sum, position) => sum + Number(position.next), 0);
      };
      const expected = await elsewhere();
      expect(expected).toBeGreaterThan(0);
      await inbox.until(expected);
    });

    proves('resumes where the group stood after a restart', async () => {
      const first = await listen(bus);
      await bus.publish([recordOf(topic, 'k', 'a'), recordOf(topic, 'k', 'b')]);
      await first.inbox.until(2);
      const next = await reopen();
      await next.publish([recordOf(topic, 'k', 'c')]);
      const second = await listen(next);
      await second.inbox.until(1);
      await pause(QUIET_MS);
      expect(second.inbox.texts()).toEqual(['c']);
    });

    proves('keeps what was published while nobody listened', async () => {
      await bus.publish([recordOf(topic, 'k', 'a')]);
      const next = await reopen();
      const { inbox } = await listen(next);
      await inbox.until(1);
      expect(inbox.texts()).toEqual(['a']);
    });

    proves('delivers again what was not accepted before a restart', async () => {
      let calls = 0;
      await listen(bus, {
        onBatch: async () => {
          calls += 1;
          throw new Error('refused');
        },
      });
      await bus.publish([recordOf(topic, 'k', 'a')]);
      await eventually(() => calls > 0);
      const { inbox } = await listen(await reopen());
      await inbox.until(1);
      expect(inbox.texts()).toEqual(['a']);
    });

    proves('does not alias the bytes of the publisher, nor of other groups', async () => {
      const one = await listen(bus, {
        group: `${group}.1`,
        onBatch: async (records) => {
          for (const record of records) record.value.fill(0);
        },
      });
      const other = await listen(bus, { group: `${group}.2` });
      const value = Buffer.from('abc');
      const published = bus.publish([{ topic, key: 'k', headers: {}, value }]);
      value.fill(0);
      await published;
      await other.inbox.until(1);
      expect(other.inbox.texts()).toEqual(['abc']);
      await one.running.stop();
    });

    proves('starts a tail at the end, sees what follows, and keeps nothing', async () => {
      await bus.publish([recordOf(topic, 'k', 'before')]);
      const tail = { group: `${group}.tail`, from: 'latest', durable: false } as const;
      const first = await listen(bus, tail);
      await bus.publish([recordOf(topic, 'k', 'after')]);
      await first.inbox.until(1);
      await pause(QUIET_MS);
      expect(first.inbox.texts()).toEqual(['after']);
      await first.running.stop();
      await bus.publish([recordOf(topic, 'k', 'unseen')]);
      const second = await listen(bus, tail);
      await bus.publish([recordOf(topic, 'k', 'seen')]);
      await second.inbox.until(1);
      await pause(QUIET_MS);
      expect(second.inbox.texts()).toEqual(['seen']);
    });

    proves('gives each of two tails of one name every record', async () => {
      const tail = { from: 'latest', durable: false } as const;
      const one = await listen(bus, tail);
      const other = await listen(bus, tail);
      await bus.publish([recordOf(topic, 'k', 'a')]);
      await Promise.all([one.inbox.until(1), other.inbox.until(1)]);
    });

    proves('starts a durable group at the end where that is asked for', async () => {
      await bus.publish([recordOf(topic, 'k', 'before')]);
      const { inbox } = await listen(bus, { from: 'latest' });
      await bus.publish([recordOf(topic, 'k', 'after')]);
      await inbox.until(1);
      await pause(QUIET_MS);
      expect(inbox.texts()).toEqual(['after']);
    });

    proves('delivers 10,000 records once each', async () => {
      const { inbox } = await listen(bus);
      for (let at = 0; at < 10_000; at += 500) {
        await bus.publish(
          Array.from({ length: 500 }, (_, i) => recordOf(topic, `k${i % 97}`, String(at + i))),
        );
      }
      await inbox.until(10_000);
      const numbers = inbox
        .texts()
        .map(Number)
        .sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    });

    proves('waits for the running batch on stop and on close, and aborts its signal', async () => {
      for (const end of ['stop', 'close'] as const) {
        const started = Promise.withResolvers<AbortSignal>();
        const release = Promise.withResolvers<void>();
        let finished = false;
        const { running } = await listen(bus, {
          group: `${group}.${end}`,
          onBatch: async (_, signal) => {
            started.resolve(signal);
            await release.promise;
            finished = true;
          },
        });
        await bus.publish([recordOf(topic, 'k', 'a')]);
        const signal = await started.promise;
        const ending = end === 'stop' ? running.stop() : bus.close();
        await eventually(() => signal.aborted);
        expect(finished).toBe(false);
        release.resolve();
        await ending;
        expect(finished).toBe(true);
      }
    });

    proves('delivers nothing after stop', async () => {
      const { inbox, running } = await listen(bus);
      await bus.publish([recordOf(topic, 'k', 'a')]);
      await inbox.until(1);
      await running.stop();
      await bus.publish([recordOf(topic, 'k', 'b')]);
      await pause(QUIET_MS);
      expect(inbox.texts()).toEqual(['a']);
    });

    proves('tells the positions of a topic and a group', async () => {
      const { inbox, running } = await listen(bus);
      await bus.publish([recordOf(topic, 'k', 'a'), recordOf(topic, 'k', 'b')]);
      await inbox.until(2);
      await running.stop();
      await bus.publish([recordOf(topic, 'k', 'c')]);
      const { partition } = inbox.records[0]!;
      const positions = await bus.positions(topic, group);
      expect(positions.length).toBeGreaterThan(partition);
      expect(positions.find((position) => position.partition === partition)).toEqual({
        partition,
        earliest: '0',
        next: '3',
        committed: '2',
      });
    });

    proves('creates topics twice without complaint, and refuses unknown ones', async () => {
      await bus.ensureTopics([topic, topic]);
      await bus.ensureTopics([topic]);
      const missing = `contract.missing.${randomUUID()}`;
      await expect(bus.publish([recordOf(missing, 'k', 'a')])).rejects.toMatchObject({
        code: 'unknown-topic',
      });
      await expect(
        bus.subscribe({ group, topics: [missing], onBatch: async () => undefined }),
      ).rejects.toMatchObject({
        code: 'unknown-topic',
      });
    });

    proves('refuses a record no broker would take, and nothing of its call is written', async () => {
      const large = { ...recordOf(topic, 'k', ''), value: new Uint8Array(8_000_000) };
      await expect(bus.publish([recordOf(topic, 'k', 'a'), large])).rejects.toMatchObject({
        code: 'record-too-large',
        retriable: false,
      });
      const { inbox } = await listen(bus);
      await bus.publish([recordOf(topic, 'k', 'b')]);
      await inbox.until(1);
      expect(inbox.texts()).toEqual(['b']);
    });

    proves('is up while open, and refuses to publish once closed', async () => {
      await bus.publish([]);
      expect(await bus.health()).toEqual({ up: true });
      await bus.close();
      expect(await bus.health()).toMatchObject({ up: false });
      await expect(bus.publish([recordOf(topic, 'k', 'a')])).rejects.toMatchObject({
        code: 'bus-unavailable',
      });
      await bus.close();
    });
  });
}

/** Everything a subscription received. */
class Inbox {
  readonly batches: (readonly DeliveredRecord[])[] = [];

  readonly onBatch = async (records: readonly DeliveredRecord[], _signal: AbortSignal): Promise<void> => {
    this.batches.push(records);
  };

  get records(): DeliveredRecord[] {
    return this.batches.flat();
  }

  get count(): number {
    return this.batches.reduce((sum, batch) => sum + batch.length, 0);
  }

  clear(): void {
    this.batches.length = 0;
  }

  texts(): string[] {
    return this.records.map(textOf);
  }

  textsOf(key: string): string[] {
    return this.records.filter((record) => record.key === key).map(textOf);
  }

  offsetsByPartition(): Map<number, number[]> {
    const byPartition = new Map<number, number[]>();
    for (const { partition, offset } of this.records) {
      byPartition.set(partition, [...(byPartition.get(partition) ?? []), Number(offset)]);
    }
    return byPartition;
  }

  async until(count: number): Promise<DeliveredRecord[]> {
    await eventually(
      () => this.count >= count,
      () => `${this.count} of ${count} records came`,
    );
    return this.records;
  }
}

const textOf = (record: EventRecord) => Buffer.from(record.value).toString('utf8');

function recordOf(topic: string, key: string, text: string): EventRecord {
  return { topic, key, headers: { ce_id: `${key}/${text}` }, value: Buffer.from(text) };
}

/** Publishes until both members of a group have received something: the group has shared its partitions then. */
async function settled(bus: EventBus, topic: string, group: string, ...inboxes: Inbox[]): Promise<void> {
  let published = 0;
  await eventually(async () => {
    await bus.publish(Array.from({ length: 40 }, (_, i) => recordOf(topic, `settle-${i}`, 'settle')));
    published += 40;
    await pause(50);
    return inboxes.every((inbox) => inbox.count > 0);
  });
  await eventually(() => inboxes.reduce((sum, inbox) => sum + inbox.count, 0) >= published);
  // Until the offsets of the move are committed, a second move would deliver the same records again.
  await eventually(async () => {
    const positions = await bus.positions(topic, group);
    return positions.every((position) => position.next === '0' || position.committed === position.next);
  });
}

async function partitionFor(bus: EventBus, topic: string, key: string): Promise<number> {
  const before = await bus.positions(topic);
  await bus.publish([recordOf(topic, key, 'where')]);
  const after = await bus.positions(topic);
  const moved = after.find((position, i) => position.next !== before[i]!.next);
  return moved!.partition;
}

async function eventually(
  condition: () => boolean | Promise<boolean>,
  said: () => string = () => 'not in time',
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(said());
    await pause(5);
  }
}
