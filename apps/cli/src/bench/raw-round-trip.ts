import { uuidV7 } from '@baton/kernel';
import type { EventBus } from '@baton/eventing';
import { percentiles } from './percentiles.js';

/** The limit the pipeline cannot beat: one record from publish to a consumer on the same bus, ms, at a steady rate. */
export async function rawRoundTrip(
  bus: EventBus,
  { perSecond, seconds }: { perSecond: number; seconds: number },
) {
  const topic = 'baton.bench.v1';
  await bus.ensureTopics([topic]);
  const sent = new Map<string, number>();
  const latencies: number[] = [];
  const subscription = await bus.subscribe({
    group: `bench-${uuidV7(Date.now())}`,
    topics: [topic],
    from: 'latest',
    durable: false,
    onBatch: async (records) => {
      const now = performance.now();
      for (const { key } of records) {
        const at = sent.get(key);
        if (at !== undefined) latencies.push(now - at);
      }
    },
  });
  const value = Buffer.from(JSON.stringify({ text: 'x'.repeat(400) }));
  const pauseMs = 1_000 / perSecond;
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const key = `bench-${count}`;
    sent.set(key, performance.now());
    await bus.publish([{ topic, key, headers: {}, value }]);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  await subscription.stop();
  return percentiles(latencies);
}
