import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedBus } from '@baton/eventing';
import { freePort, Peers } from '@baton/service-kit';
import type { ChaosSite } from './chaos-site.js';

const main = resolve(import.meta.dirname, '../../../all-in-one/dist/main.js');
const readyWithinMs = 60_000;

/** The one process of `npm start`, on a data folder of its own. */
export async function openEmbeddedChaosSite(): Promise<ChaosSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-chaos-'));
  const [desk, gateway, router] = await Promise.all([1, 2, 3].map(() => freePort('127.0.0.1')));
  const env = {
    ...process.env,
    BATON_DATA: dataDir,
    BATON_PACK: 'bank',
    BATON_LOG_LEVEL: 'error',
    PORT: String(desk),
    BATON_SPEECH_GATEWAY_HTTP_PORT: String(gateway),
    BATON_ROUTER_GRPC_PORT: String(router),
  };
  const deskUrl = `http://127.0.0.1:${desk}`;
  const peers = new Peers();
  peers.announce('router', `127.0.0.1:${router}`);
  let child = launch(env, dataDir);
  await ready(deskUrl, child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    callsUrl: `ws://127.0.0.1:${gateway}/v1/calls`,
    deskUrl,
    peers,
    victims: ['all-in-one'],
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      child = launch(env, dataDir);
      await ready(deskUrl, child);
    },
    openLog: async () => {
      await end('SIGTERM');
      return openEmbeddedBus({ file: join(dataDir, 'bus.db') });
    },
    close: async () => {
      peers.close();
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function launch(env: NodeJS.ProcessEnv, dataDir: string): ChildProcess {
  const log = createWriteStream(join(dataDir, 'all-in-one.log'), { flags: 'a' });
  const args = ['--disable-warning=ExperimentalWarning', main, '--no-demo'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

async function ready(deskUrl: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`Baton ended with code ${child.exitCode}`);
    const ok = await fetch(`${deskUrl}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await pause(50);
  }
  throw new Error(`Baton was not ready within ${readyWithinMs / 1000} s`);
}
