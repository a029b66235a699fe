import { writeSync } from 'node:fs';
import { openEmbeddedBus } from '../src/index.ts';

/** Publishes numbers and handles them until it is killed; says each that was acknowledged or handled. Arguments: file, first number. */
const [file = '', first = '0'] = process.argv.slice(2);
const TOPIC = 'crash.v1';

/** Whole lines only: half of one, where the reader is slow, is waited out rather than lost. */
function say(what: string, key: string, n: number): void {
  const line = Buffer.from(`${what} ${key} ${n}\n`);
  for (let at = 0; at < line.length;) {
    try {
      at += writeSync(1, line, at);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

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
