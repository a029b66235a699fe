import { availableParallelism, cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { openKafkaBus, type EventBus, type EventRecord } from '../src/index.ts';

const brokers = process.env['BATON_KAFKA_BROKERS']?.split(',');
if (brokers === undefined) throw new Error('BATON_KAFKA_BROKERS is not set.');

const VALUE = new Uint8Array(400).fill(0x61);
const BATCH = 500;

function record(topic: string, conversation: number, sequence: number): EventRecord {
  const id = `01939f0e-7c2a-7000-8000-${String(conversation).padStart(12, '0')}`;
  return {
    topic,
    key: id,
    headers: {
      ce_specversion: '1.0',
      ce_id: String(sequence),
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

async function withBus<R>(work: (bus: EventBus, topic: string) => Promise<R>): Promise<R> {
  const bus = await openKafkaBus({ brokers: brokers!, clientId: 'bench', replication: 1 });
  const topic = `bench.${randomUUID()}`;
  try {
    await bus.ensureTopics([topic]);
    return await work(bus, topic);
  } finally {
    await bus.close();
  }
}

function rates(total: number): Promise<{ published: number; delivered: number }> {
  return withBus(async (bus, topic) => {
    const start = performance.now();
    const batches = Array.from({ length: total / BATCH }, (_, batch) => batch);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
          await bus.publish(Array.from({ length: BATCH }, (_, i) => record(topic, i % 200, i)));
        }
      }),
    );
    const published = (total / (performance.now() - start)) * 1000;
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = total;
    let first = 0;
    await bus.subscribe({
      group: `bench.${randomUUID()}`,
      topics: [topic],
      onBatch: async (records) => {
        first ||= performance.now();
        left -= records.length;
        if (left === 0) resolve();
      },
    });
    await promise;
    return { published, delivered: (total / (performance.now() - first)) * 1000 };
  });
}

/** Publishes at a steady rate and samples publish → `onBatch`, in milliseconds. */
function latency(perSecond: number, seconds: number): Promise<number[]> {
  return withBus(async (bus, topic) => {
    const sent = new Map<string, number>();
    const samples: number[] = [];
    await bus.subscribe({
      group: `bench.${randomUUID()}`,
      topics: [topic],
      onBatch: async (records) => {
        const now = performance.now();
        for (const { headers } of records) samples.push(now - sent.get(headers['ce_id']!)!);
      },
    });
    await steadily(perSecond, seconds, (n) => {
      sent.set(String(n), performance.now());
      return bus.publish([record(topic, n % 200, n)]);
    });
    while (samples.length < perSecond * seconds) await pause(5);
    return samples.slice(perSecond);
  });
}

/** The same with plain kafkajs, tuned the same way: what the adapter is compared to. */
async function rawLatency(perSecond: number, seconds: number): Promise<number[]> {
  const topic = `bench.${randomUUID()}`;
  const kafka = new Kafka({ brokers: brokers!, clientId: 'raw', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 8, replicationFactor: 1 }] });
  const producer: Producer = kafka.producer({ allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: topic, maxWaitTimeInMs: 50, minBytes: 1 });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const sent = new Map<string, number>();
  const samples: number[] = [];
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch }) => {
      const now = performance.now();
      for (const { headers } of batch.messages) samples.push(now - sent.get(String(headers?.['ce_id']))!);
    },
  });
  await joined;
  await steadily(perSecond, seconds, async (n) => {
    sent.set(String(n), performance.now());
    const { key, headers, value } = record(topic, n % 200, n);
    await producer.send({
      topic,
      acks: -1,
      messages: [{ key, headers: { ...headers }, value: Buffer.from(value) }],
    });
  });
  while (samples.length < perSecond * seconds) await pause(5);
  await Promise.all([producer.disconnect(), consumer.disconnect(), admin.disconnect()]);
  return samples.slice(perSecond);
}

async function steadily(
  perSecond: number,
  seconds: number,
  publish: (n: number) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const open: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds;) {
    const due = Math.min(perSecond * seconds, ((performance.now() - start) / 1000) * perSecond);
    for (; n < due; n += 1) open.push(publish(n));
    await pause(1);
  }
  await Promise.all(open);
}

function percentiles(samples: number[]): Record<string, number> {
  samples.sort((a, b) => a - b);
  const at = (share: number) =>
    Number(samples[Math.min(samples.length - 1, Math.floor(samples.length * share))]!.toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), p999Ms: at(0.999) };
}

await rates(20_000);
const { published, delivered } = await rates(200_000);
const results = {
  publishedPerSecond: Math.round(published),
  deliveriesPerSecond: Math.round(delivered),
  latencyAt200PerSecond: percentiles(await latency(200, 10)),
  baselineAt200PerSecond: percentiles(await rawLatency(200, 10)),
  latencyAt2000PerSecond: percentiles(await latency(2_000, 10)),
  baselineAt2000PerSecond: percentiles(await rawLatency(2_000, 10)),
};
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
const load =
  '400-byte values, 11 headers, 8 partitions, 200 keys, one group, acks -1, broker on the same machine';
console.log(JSON.stringify({ name: 'kafka-bus', machine, load, results }, undefined, 2));
