import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { DeliveredRecord } from '../event-bus.js';
import { openEmbeddedBus, type EmbeddedBus } from './embedded-bus.js';

const TOPIC = 'crash.v1';
const ROUNDS = 4;
const LIBRARY = join(import.meta.dirname, '..', '..');

/** Lets the child publish and handle for a moment, kills it, and returns what it had said until then. */
async function publishAndKill(file: string, first: number, lifeMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--conditions=@baton/source',
      `--import=${pathToFileURL(join(LIBRARY, 'bench', 'typescript.mjs')).href}`,
      join(LIBRARY, 'chaos', 'publish-until-killed.ts'),
      file,
      String(first),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  await once(child.stdout, 'data');
  await pause(lifeMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

async function deliveredTo(bus: EmbeddedBus, group: string): Promise<DeliveredRecord[]> {
  const all: DeliveredRecord[] = [];
  const subscription = await bus.subscribe({
    group,
    topics: [TOPIC],
    onBatch: async (records) => void all.push(...records),
  });
  const behind = async () =>
    (await bus.positions(TOPIC, group)).some(({ next, committed }) => committed !== next);
  while (await behind()) await pause(5);
  await subscription.stop();
  return all;
}

const numberOf = (record: DeliveredRecord) => Number(record.headers['n']);

describe('a process killed while it publishes and handles', () => {
  it('loses nothing acknowledged, tears nothing, skips nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-crash-'));
    const file = join(folder, 'bus.db');
    const said: string[] = [];
    let first = 0;
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        said.push(...(await publishAndKill(file, first, 60 + round * 70)));
        first += 100_000;
      }
      const bus = openEmbeddedBus({ file });
      const log = await deliveredTo(bus, 'auditor');
      const rest = await deliveredTo(bus, 'handler');
      await bus.close();

      const expected = (record: DeliveredRecord) => Buffer.alloc(300, numberOf(record) % 256);
      expect(log.filter((record) => !expected(record).equals(record.value))).toEqual([]);
      for (const partition of [0, 1, 2]) {
        const offsets = log.filter((record) => record.partition === partition).map((record) => record.offset);
        expect(offsets).toEqual(offsets.map((_, i) => String(i)));
      }
      for (const key of ['a', 'b', 'c', 'd', 'e']) {
        const written = log.filter((record) => record.key === key).map(numberOf);
        expect(gaps(written)).toEqual([]);
        const acked = said
          .filter((line) => line.startsWith(`acked ${key} `))
          .map((line) => Number(line.split(' ')[2]));
        const present = new Set(written);
        expect(acked.filter((n) => !present.has(n))).toEqual([]);
        const handled = new Set([
          ...said
            .filter((line) => line.startsWith(`handled ${key} `))
            .map((line) => Number(line.split(' ')[2])),
          ...rest.filter((record) => record.key === key).map(numberOf),
        ]);
        expect(written.filter((n) => !handled.has(n))).toEqual([]);
      }
      expect(said.some((line) => line.startsWith('acked'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** Numbers that do not follow the one before: each round starts at a multiple of 100,000 and counts by one. */
function gaps(numbers: readonly number[]): number[] {
  return numbers.filter((n, i) => n % 100_000 !== 0 && n !== numbers[i - 1]! + 1);
}
