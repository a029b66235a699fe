import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedBus, type EventBus, type EventRecord } from '../src/index.ts';

const TOPIC = 'baton.bench.v1';
const BATCH = 500;

function record(conversation: number, sequence: number): EventRecord {
  const id = `01939f0e-7c2a-7000-8000-${String(conversation).padStart(12, '0')}`;
  return {
    topic: TOPIC,
    key: id,
    headers: {
      ce_specversion: '1.0',
      ce_id: `01939f0e-7c2a-8000-8000-${String(sequence).padStart(12, '0')}`,
      ce_type: 'baton.conversation.v1.TurnRecorded',
      ce_source: '/baton/speech-gateway',
      ce_time: '2026-11-22T10:00:00.000Z',
      ce_subject: id,
      ce_tenantid: 'bank',
      ce_correlationid: id,
      'content-type': 'application/json',
      ce_causationid: id,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
    value: VALUE,
  };
}
const VALUE = new Uint8Array(400).fill(0x61);

async function withBus<R>(work: (bus: EventBus) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const bus = openEmbeddedBus({ file: join(folder, 'bus.db') });
  try {
    await bus.ensureTopics([TOPIC]);
    return await work(bus);
  } finally {
    await bus.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records per second, published in batches by eight publishers, nobody listening. */
function publishRate(total: number): Promise<number> {
  return withBus(async (bus) => {
    const batches = Array.from({ length: total / BATCH }, (_, batch) =>
      Array.from({ length: BATCH }, (_, i) => record(i % 200, batch * BATCH + i)),
    );
    const start = performance.now();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) await bus.publish(batch);
      }),
    );
    return (total / (performance.now() - start)) * 1000;
  });
}

/** Deliveries per second to `groups` groups, from the file (a backlog) . */
function backlogRate(total: number, groups: number): Promise<number> {
  return withBus(async (bus) => {
    for (let at = 0; at < total; at += BATCH) {
      await bus.publish(Array.from({ length: BATCH }, (_, i) => record(i % 200, at + i)));
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = total * groups;
    const start = performance.now();
    for (let group = 0; group < groups; group += 1) {
      await bus.subscribe({
        group: `group-${group}`,
        topics: [TOPIC],
        onBatch: async (records) => {
          left -= records.length;
          if (left === 0) resolve();
        },
      });
    }
    await promise;
    return ((total * groups) / (performance.now() - start)) * 1000;
  });
}

/** Records published per second and deliveries per second while `groups` groups follow live. */
function liveRate(total: number, groups: number): Promise<{ published: number; delivered: number }> {
  return withBus(async (bus) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = total * groups;
    for (let group = 0; group < groups; group += 1) {
      await bus.subscribe({
        group: `group-${group}`,
        topics: [TOPIC],
        onBatch: async (records) => {
          left -= records.length;
          if (left === 0) resolve();
        },
      });
    }
    const start = performance.now();
    for (let at = 0; at < total; at += BATCH) {
      await bus.publish(Array.from({ length: BATCH }, (_, i) => record(i % 200, at + i)));
    }
    await promise;
    const seconds = (performance.now() - start) / 1000;
    return { published: total / seconds, delivered: (total * groups) / seconds };
  });
}

/** Milliseconds from `publish` to `onBatch`, at a steady `perSecond`, with `groups` groups. */
function latency(perSecond: number, seconds: number, groups: number): Promise<number[]> {
  return withBus(async (bus) => {
    const published = new Map<string, number>();
    const samples: number[] = [];
    for (let group = 0; group < groups; group += 1) {
      await bus.subscribe({
        group: `group-${group}`,
        topics: [TOPIC],
        onBatch: async (records) => {
          const now = performance.now();
          for (const { headers } of records) samples.push(now - published.get(headers['ce_id']!)!);
        },
      });
    }
    const total = perSecond * seconds;
    const start = performance.now();
    const acknowledged: Promise<void>[] = [];
    for (let sent = 0; sent < total;) {
      const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond));
      for (; sent < due; sent += 1) {
        const next = record(sent % 200, sent);
        published.set(next.headers['ce_id']!, performance.now());
        acknowledged.push(bus.publish([next]));
      }
      await (perSecond > 2000 ? nextTurn() : pause(1));
    }
    await Promise.all(acknowledged);
    while (samples.length < total * groups) await pause(5);
    return samples.sort((a, b) => a - b);
  });
}

const at = (sorted: readonly number[], share: number) =>
  Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(3));
const percentiles = (sorted: readonly number[]) => ({
  p50Ms: at(sorted, 0.5),
  p95Ms: at(sorted, 0.95),
  p99Ms: at(sorted, 0.99),
  p999Ms: at(sorted, 0.999),
  maxMs: at(sorted, 1),
});

await publishRate(50_000);
const live = await liveRate(200_000, 4);
const results = {
  publishedPerSecond: Math.round(await publishRate(400_000)),
  backlogDeliveriesPerSecond: Math.round(await backlogRate(200_000, 4)),
  livePublishedPerSecond: Math.round(live.published),
  liveDeliveriesPerSecond: Math.round(live.delivered),
  latencyAt1000PerSecond: percentiles(await latency(1_000, 10, 4)),
  latencyAt10000PerSecond: percentiles(await latency(10_000, 10, 4)),
};
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
const load = '400-byte values, 11 headers, 8 partitions, 200 keys; live and latency: 4 groups';
console.log(JSON.stringify({ name: 'embedded-bus', machine, load, results }, undefined, 2));
