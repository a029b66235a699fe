import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eventBusContract } from '../event-bus.contract.js';
import type { EventRecord } from '../event-bus.js';
import { openEmbeddedBus, type EmbeddedBus, type EmbeddedBusOptions } from './embedded-bus.js';

const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bus-'));
  folders.push(folder);
  return join(folder, 'nested', 'bus.db');
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

eventBusContract('embedded', async () => {
  const file = newFile();
  const bus = openEmbeddedBus({ file });
  return {
    bus,
    reopen: async () => {
      await bus.close();
      return openEmbeddedBus({ file });
    },
  };
});

describe('the embedded bus', () => {
  const TOPIC = 'embedded.v1';
  const buses: EmbeddedBus[] = [];
  const open = async (options: Partial<EmbeddedBusOptions> = {}) => {
    const bus = openEmbeddedBus({ file: newFile(), ...options });
    buses.push(bus);
    await bus.ensureTopics([TOPIC]);
    return bus;
  };
  afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())));

  const record = (key: string, text: string): EventRecord => ({
    topic: TOPIC,
    key,
    headers: { ce_id: text },
    value: Buffer.from(text),
  });

  const readAll = async (bus: EmbeddedBus, group: string, count: number) => {
    const ids: string[] = [];
    const subscription = await bus.subscribe({
      group,
      topics: [TOPIC],
      onBatch: async (records) => void ids.push(...records.map((each) => each.headers['ce_id']!)),
    });
    while (ids.length < count) await pause(2);
    await subscription.stop();
    return ids;
  };

  it("delivers in nobody's context: what one call publishes is no part of another call's trace", async () => {
    const bus = await open();
    const context = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const subscription = await bus.subscribe({
      group: 'g',
      topics: [TOPIC],
      onBatch: async (records) => void seen.push(...records.map(() => context.getStore())),
    });
    await context.run('call-1', () => bus.publish([record('k', 'a')]));
    while (seen.length < 1) await pause(2);
    await context.run('call-2', () => bus.publish([record('k', 'b')]));
    while (seen.length < 2) await pause(2);
    await subscription.stop();
    expect(seen).toEqual([undefined, undefined]);
  });

  it('gives each group bytes of its own', async () => {
    const bus = await open();
    await bus.publish([record('k', 'abc')]);
    for (const group of ['first', 'second']) {
      let received: Uint8Array | undefined;
      const subscription = await bus.subscribe({
        group,
        topics: [TOPIC],
        onBatch: async ([only]) => void (received = only?.value),
      });
      while (received === undefined) await pause(2);
      expect(Buffer.from(received).toString()).toBe('abc');
      received.fill(0);
      await subscription.stop();
    }
  });

  describe('when the disk is full', () => {
    it('refuses with bus-unavailable, loses nothing acknowledged, and goes on when there is room', async () => {
      const bus = await open();
      const acknowledged: string[] = [];
      const publish = async (text: string) => {
        await bus.publish([{ ...record('k', text), value: new Uint8Array(20_000) }]);
        acknowledged.push(text);
      };
      bus.limitFileSize(400_000);
      let refusal: unknown;
      for (let i = 0; refusal === undefined && i < 100; i += 1) {
        await publish(`${i}`).catch((thrown: unknown) => (refusal = thrown));
      }
      expect(refusal).toMatchObject({ code: 'bus-unavailable', retriable: true });
      expect(await bus.health()).toMatchObject({ up: false });

      bus.limitFileSize(40_000_000);
      expect(await bus.health()).toEqual({ up: true });
      await publish('after');
      expect(await readAll(bus, 'g', acknowledged.length)).toEqual(acknowledged);
    });
  });

  describe('retention', () => {
    const HOUR = 3_600_000;
    const fill = async (bus: EmbeddedBus, from: number, to: number) => {
      for (let i = from; i < to; i += 1) await bus.publish([record('k', `${i}`)]);
    };
    const earliest = async (bus: EmbeddedBus) => Number((await bus.positions(TOPIC))[0]!.earliest);

    it('deletes what is old and passed by every group', async () => {
      let now = 0;
      const bus = await open({ partitions: 1, clock: { now: () => now }, retention: { maxAgeMs: HOUR } });
      await fill(bus, 0, 10);
      await readAll(bus, 'fast', 10);
      now = HOUR + 1;
      await fill(bus, 10, 12);
      await readAll(bus, 'fast', 2);
      expect(await bus.trim()).toEqual({ deletedRecords: 10 });
      expect(await earliest(bus)).toBe(10);
    });

    it('keeps what a live group has not passed, however old', async () => {
      let now = 0;
      const bus = await open({ partitions: 1, clock: { now: () => now }, retention: { maxAgeMs: HOUR } });
      await fill(bus, 0, 10);
      await readAll(bus, 'fast', 10);
      await bus.subscribe({
        group: 'stuck',
        topics: [TOPIC],
        onBatch: async () => {
          throw new Error('refused');
        },
      });
      now = 100 * HOUR;
      await fill(bus, 10, 12);
      expect(await bus.trim()).toEqual({ deletedRecords: 0 });
    });

    it('does not wait for a group that was given up', async () => {
      let now = 0;
      const bus = await open({ partitions: 1, clock: { now: () => now }, retention: { maxAgeMs: HOUR } });
      await fill(bus, 0, 2);
      await readAll(bus, 'abandoned', 2);
      await fill(bus, 2, 10);
      now = 2 * HOUR;
      await fill(bus, 10, 12);
      expect(await bus.trim()).toEqual({ deletedRecords: 10 });
    });

    it('deletes the oldest in excess of the limit, and never starts offsets again', async () => {
      const file = newFile();
      const bus = await open({ file, partitions: 1, retention: { maxRecords: 5 } });
      await fill(bus, 0, 20);
      expect(await bus.trim()).toEqual({ deletedRecords: 15 });
      await bus.close();
      const again = await open({ file, retention: { maxRecords: 0 } });
      await again.trim();
      expect(await again.positions(TOPIC)).toEqual([{ partition: 0, earliest: '19', next: '20' }]);
      await fill(again, 20, 21);
      expect(await readAll(again, 'late', 2)).toEqual(['19', '20']);
    });
  });

  it('gives a group that lags far behind the same records from the file', async () => {
    const bus = await open({ partitions: 2 });
    const gate = Promise.withResolvers<void>();
    const ids: string[] = [];
    await bus.subscribe({
      group: 'slow',
      topics: [TOPIC],
      onBatch: async (records) => {
        await gate.promise;
        ids.push(...records.map((each) => each.headers['ce_id']!));
      },
    });
    for (let i = 0; i < 30; i += 1) {
      await bus.publish(Array.from({ length: 300 }, (_, j) => record('k', `${i * 300 + j}`)));
    }
    gate.resolve();
    while (ids.length < 9_000) await pause(2);
    expect(ids).toEqual(Array.from({ length: 9_000 }, (_, i) => `${i}`));
  });

  it('sees what another process publishes to the same file, and never gives an offset twice', async () => {
    const file = newFile();
    const one = await open({ file, partitions: 1 });
    const other = await open({ file });
    const ids: string[] = [];
    await one.subscribe({
      group: 'g',
      topics: [TOPIC],
      onBatch: async (records) => void ids.push(...records.map((each) => each.headers['ce_id']!)),
    });
    await one.publish([record('k', 'a')]);
    await other.publish([record('k', 'b')]);
    await one.publish([record('k', 'c')]);
    await other.publish([record('k', 'd')]);
    while (ids.length < 4) await pause(5);
    expect(ids).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never lets two members work on one partition at a time', async () => {
    const bus = await open({ partitions: 2 });
    const busy = new Map<number, number>();
    let overlaps = 0;
    const member = () =>
      bus.subscribe({
        group: 'g',
        topics: [TOPIC],
        onBatch: async ([first]) => {
          const { partition } = first!;
          busy.set(partition, (busy.get(partition) ?? 0) + 1);
          if (busy.get(partition)! > 1) overlaps += 1;
          await pause(3);
          busy.set(partition, busy.get(partition)! - 1);
        },
      });
    for (let i = 0; i < 20; i += 1) {
      const running = await member();
      const another = await member();
      await bus.publish(Array.from({ length: 20 }, (_, j) => record(`k${j}`, `${i}/${j}`)));
      await pause(4);
      await Promise.all([running.stop(), another.stop()]);
    }
    expect(overlaps).toBe(0);
  });
});
