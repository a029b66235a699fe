import { writeSync } from 'node:fs';
import { openEmbeddedBus } from '../src/index.ts';

/** Publishes numbers and handles them until it is killed; says each that was acknowledged or handled. Arguments: file, first number. */
const [file = '', first = '0'] = process.argv.slice(2);
const TOPIC = 'crash.v1';
const say = (what: string, key: string, n: number) => writeSync(1, `${what} ${key} ${n}\n`);

const bus = openEmbeddedBus({ file, partitions: 3 });
await bus.ensureTopics([TOPIC]);
await bus.subscribe({
  group: 'handler',
  topics: [TOPIC],
  onBatch: async (records) => {
    for (const { key, headers } of records) say('handled', key, Number(headers['n']));
  },
});

async function publishForEver(key: string): Promise<never> {
  for (let n = Number(first); ;) {
    const count = 1 + (n % 7);
    const records = Array.from({ length: count }, (_, i) => ({
      topic: TOPIC,
      key,
      headers: { n: String(n + i) },
      value: new Uint8Array(300).fill((n + i) % 256),
    }));
    await bus.publish(records);
    n += count;
    say('acked', key, n - 1);
  }
}
await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => publishForEver(key)));
