import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedBus, type EventBus } from '@baton/eventing';
import { freePort, readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { WebSocket } from 'ws';
import { speechGateway } from '../speech-gateway.service.js';

/** What a caller's connection attempt ends in: the HTTP status, or 101 where it is open; 0 where nobody answers yet. */
function knock(port: number): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/v1/calls`);
    const done = (status: number) => {
      socket.on('error', () => undefined).terminate();
      resolve(status);
    };
    socket.on('open', () => done(101));
    socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0));
    socket.on('error', () => done(0));
  });
}

describe('the door for callers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-gateway-'));
  let running: RunningServices;
  let bus: EventBus;

  afterAll(async () => {
    await running.stop();
    await bus.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stays shut until the gateway hears what happens to calls', async () => {
    const port = await freePort('127.0.0.1');
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: folder,
      BATON_PACK: 'starter',
      BATON_PACKS_DIR: fileURLToPath(new URL('../../../../packs', import.meta.url)),
      BATON_LOG_LEVEL: 'silent',
      BATON_SPEECH_GATEWAY_HTTP_PORT: String(port),
      BATON_SPEECH_GATEWAY_GRPC_PORT: '0',
    });
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    const joined = Promise.withResolvers<void>();
    const real = openEmbeddedBus({ file: join(folder, 'bus.db') });
    // A consumer group takes its time to be joined.
    bus = {
      system: real.system,
      ensureTopics: (topics) => real.ensureTopics(topics),
      publish: (records) => real.publish(records),
      subscribe: async (subscription) => {
        await joined.promise;
        return real.subscribe(subscription);
      },
      positions: (topic, group) => real.positions(topic, group),
      health: () => real.health(),
      close: () => real.close(),
    };
    const starting = runServices([speechGateway], { config: config.value, bus, demo: false });
    let status = 0;
    while (status === 0) {
      status = await knock(port);
      await pause(5);
    }
    expect(status).toBe(503);
    joined.resolve();
    running = await starting;
    expect(await knock(port)).toBe(101);
  });
});
