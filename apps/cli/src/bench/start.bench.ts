import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@baton/service-kit';
import { WebSocket } from 'ws';
import { say } from '../output.js';
import type { Benchmark } from './benchmark.js';

const root = resolve(import.meta.dirname, '../../../..');

/** From the command to the first words of a call. */
export const start: Benchmark = {
  name: 'start',
  measures: 'cold (clean clone, with install) and warm time to the first call possible, resident memory',
  run: async ({ cold }) => {
    const warm = await timeToFirstCall(root);
    say(`warm: ${warm.ms} ms, ${warm.rssMb} MB`);
    const coldMs = cold ? await coldStart() : Number.NaN;
    return {
      load: { command: 'npm start', packs: 'bank,health,starter', demo: true, cold },
      results: { coldMs: Number.isNaN(coldMs) ? null : coldMs, warmMs: warm.ms, rssMb: warm.rssMb },
    };
  },
};

async function coldStart(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'baton-cold-'));
  try {
    say('cold: cloning …');
    spawnSync('git', ['clone', '--quiet', root, dir], { stdio: 'inherit' });
    const { ms } = await timeToFirstCall(dir);
    return ms;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function timeToFirstCall(dir: string): Promise<{ ms: number; rssMb: number }> {
  const data = mkdtempSync(join(tmpdir(), 'baton-start-'));
  const port = await freePort('127.0.0.1');
  const begun = Date.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: dir,
    env: { ...process.env, BATON_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    await firstWords(`ws://127.0.0.1:${port}/gateway/v1/calls`, begun + 300_000);
    const ms = Date.now() - begun;
    // The seeded history plays now; memory is read once it is there.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    return { ms, rssMb: memoryOf(child) };
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await once(child, 'exit');
    rmSync(data, { recursive: true, force: true });
  }
}

async function firstWords(url: string, until: number): Promise<void> {
  while (Date.now() < until) {
    const heard = await new Promise<boolean>((resolve) => {
      const socket = new WebSocket(url);
      socket.on('open', () => socket.send('{"type":"start","tenant":"bank","language":"en"}'));
      socket.on('message', (data: Buffer) => {
        if (!data.toString().includes('"type":"turn"')) return;
        socket.close();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (heard) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no call was possible within five minutes');
}

/** Resident memory of the process that runs the services: the largest of the group npm started. */
function memoryOf(leader: ChildProcess): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=,args=', '-g', String(leader.pid)], { encoding: 'utf8' });
  const sizes = stdout
    .split('\n')
    .filter((line) => line.includes('all-in-one'))
    .map((line) => Number.parseInt(line, 10));
  if (sizes.length > 0) return Math.round(Math.max(...sizes) / 1024);
  return Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${leader.pid}/status`, 'utf8'))?.[1]) / 1024,
  );
}
