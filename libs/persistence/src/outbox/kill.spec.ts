import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { derivedId, systemClock } from '@baton/kernel';
import { openEmbeddedStore } from '../embedded/embedded-store.js';
import { ADDED, COUNTED, eventId, type Tally } from '../testing/tally.js';
import { openOutboxRepository } from './open-outbox-repository.js';

const HOOKS = pathToFileURL(join(import.meta.dirname, '../../scripts/ts-hooks.mjs')).href;
const TARGET = join(import.meta.dirname, '../testing/kill-target.ts');
/** Commands handed over again after a kill, though acknowledged: a consumer's offset trails its work. */
const REDELIVERED = 40;

describe('a process killed with SIGKILL while it works', () => {
  it('loses no acknowledged command, doubles none, and publishes every event', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-kill-'));
    const storeFile = join(folder, 'store.db');
    const logFile = join(folder, 'log.txt');
    try {
      let next = 0;
      for (const lifetime of [1, 15, 40, 80, 120]) {
        const acknowledged = await runAndKill(
          [storeFile, logFile, String(Math.max(0, next - REDELIVERED))],
          lifetime,
        );
        expect(acknowledged).toBeGreaterThanOrEqual(next);
        next = acknowledged + 1;
      }
      await check(storeFile, logFile, next);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** Lets the target work for a while after its first new acknowledgement, kills it, and gives the last command it acknowledged. */
async function runAndKill(args: readonly string[], lifetimeMs: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--conditions=@baton/source', '--import', HOOKS, TARGET, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const closed = once(child, 'close');
  while (output.split('\n').length <= REDELIVERED + 2 && child.exitCode === null) await pause(2);
  await pause(lifetimeMs);
  child.kill('SIGKILL');
  await closed;
  return Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
}

/** `next`: the first command that was not acknowledged; whether it was handled is open. */
async function check(storeFile: string, logFile: string, next: number): Promise<void> {
  const store = await openEmbeddedStore({ file: storeFile });
  const log = existsSync(logFile) ? (await readFile(logFile, 'utf8')).trim().split('\n') : [];
  const repository = await openOutboxRepository<Tally>({
    store,
    name: 'killed_tally',
    source: '/baton/killed',
    publish: async (records) => void log.push(...records.map((record) => `${record.key} ${eventId(record)}`)),
    clock: systemClock,
  });
  await repository.recover();
  const expected: string[] = [];
  for (let document = 0; document < 5; document += 1) {
    const state = (await repository.get(`d${document}`))?.state ?? { total: 0, steps: 0 };
    const commands = Array.from({ length: state.steps }, (_, n) => n * 5 + document);
    expect(state.total).toBe(commands.reduce((sum, n) => sum + n, 0));
    expect((commands.at(-1) ?? Number.NaN) + 5).toBeGreaterThanOrEqual(next);
    expected.push(...commands.flatMap((n) => eventsOf(n, `d${document}`)));
  }
  await store.close();
  expect(new Set(log)).toEqual(new Set(expected));
}

function eventsOf(command: number, document: string): string[] {
  const cause = `command-${command}\nkilled_tally/${document}`;
  return [ADDED, COUNTED].map(({ type }, ordinal) => `${document} ${derivedId(cause, type, ordinal)}`);
}
