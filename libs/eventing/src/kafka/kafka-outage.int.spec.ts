import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventBus } from '../event-bus.js';
import { openKafkaBus } from './kafka-bus.js';

interface RunningKafka {
  readonly brokers: string;
  stop(): Promise<void>;
  kill(): Promise<string>;
}
type StartKafka = (options: { port?: number; dataDir: string }) => Promise<RunningKafka>;

/** Long enough that kafkajs's own retries are over and its consumers have ended. */
const AWAY_MS = 15_000;

describe('a broker that is killed and comes back', () => {
  it('loses nothing acknowledged; health says so; publishing and delivery go on by themselves', async () => {
    const servers = new URL('../../../../tools/servers/index.mjs', import.meta.url).href;
    const { startKafka } = (await import(servers)) as { startKafka: StartKafka };
    const dataDir = mkdtempSync(join(tmpdir(), 'baton-kafka-'));
    let kafka = await startKafka({ dataDir });
    const port = Number(kafka.brokers.split(':')[1]);
    const bus = await openKafkaBus({
      brokers: [kafka.brokers],
      clientId: 'outage',
      partitions: 3,
      replication: 1,
    });
    try {
      await bus.ensureTopics(['outage.v1']);
      const received: string[] = [];
      await bus.subscribe({
        group: 'outage',
        topics: ['outage.v1'],
        onBatch: async (records) => void received.push(...records.map((record) => record.headers['n']!)),
      });
      const acknowledged: string[] = [];
      const refusals = new Set<unknown>();
      const stop = new AbortController();
      const publishing = publishForEver(bus, stop.signal, acknowledged, refusals);
      await eventually(() => received.length > 100);

      await kafka.kill();
      await eventually(async () => !(await bus.health()).up);
      const before = acknowledged.length;
      await pause(AWAY_MS);
      expect((await bus.health()).up).toBe(false);
      expect(acknowledged.length - before).toBeLessThanOrEqual(1);
      expect([...refusals]).toEqual(['bus-unavailable']);

      kafka = await startKafka({ port, dataDir });
      const back = performance.now();
      await eventually(async () => (await bus.health()).up);
      const here = acknowledged.length;
      await eventually(() => acknowledged.length > here + 100);
      stop.abort();
      await publishing;
      await eventually(() => {
        const seen = new Set(received);
        return acknowledged.every((n) => seen.has(n));
      });
      expect(performance.now() - back).toBeLessThan(30_000);
      expect(inFirstSeenOrder(received)).toBe(true);
    } finally {
      await bus.close();
      await kafka.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 180_000);
});

/** One record at a time with one key; a refused one is published again until it is taken, as an outbox would. */
async function publishForEver(
  bus: EventBus,
  signal: AbortSignal,
  acknowledged: string[],
  refusals: Set<unknown>,
): Promise<void> {
  for (let n = 0; !signal.aborted; n += 1) {
    const record = { topic: 'outage.v1', key: 'k', headers: { n: String(n) }, value: new Uint8Array(100) };
    for (let taken = false; !taken && !signal.aborted;) {
      try {
        await bus.publish([record]);
        acknowledged.push(String(n));
        taken = true;
      } catch (thrown) {
        refusals.add(thrown instanceof Error && 'code' in thrown ? thrown.code : thrown);
        await pause(50);
      }
    }
    await pause(1);
  }
}

/** Repeats are allowed, going back for the first time is not. */
function inFirstSeenOrder(received: readonly string[]): boolean {
  const firsts = [...new Set(received)].map(Number);
  return firsts.every((n, i) => i === 0 || n > firsts[i - 1]!);
}

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('not in time');
    await pause(20);
  }
}
