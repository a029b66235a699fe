import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Inject, Injectable, Module } from '@nestjs/common';
import { ConversationEnded, EndReason, HealthClient, HealthService } from '@baton/contracts';
import { encodeEvent, type BatonEvent, type EventHandler } from '@baton/eventing';
import { unary } from '@baton/rpc';
import { systemIds } from '@baton/kernel';
import { readConfig, type Config } from './config.js';
import { freePort } from './free-port.js';
import type { Readiness } from './health.js';
import { PLATFORM, type Platform } from './platform.js';
import { runServices, type RunningServices } from './run-services.js';
import { defineService } from './service-definition.js';

const heard: string[] = [];

@Injectable()
class EndHandler implements EventHandler<ConversationEnded> {
  readonly type = ConversationEnded;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async handle({ meta }: BatonEvent<ConversationEnded>): Promise<void> {
    heard.push(`${this.platform.service}: ${meta.subject}`);
  }
}

const order: string[] = [];

@Injectable()
class Work {
  constructor(@Inject(PLATFORM) platform: Platform) {
    platform.runInBackground({
      start: () => void order.push('start'),
      listening: () => void order.push('listening'),
      stop: async () => void order.push('stop'),
    });
  }
}

@Module({ providers: [EndHandler, Work] })
class ListeningModule {}

@Module({})
class QuietModule {}

@Module({})
class BrokenModule {
  onModuleInit(): void {
    throw new Error('cannot start');
  }
}

const sentiment = defineService({
  name: 'sentiment',
  module: ListeningModule,
  grpc: { 'grpc.health.v1.Health': HealthService },
  handlers: [EndHandler],
  peers: ['router'],
});
const desk = defineService({ name: 'desk', module: QuietModule, peers: ['sentiment'] });

async function configIn(dir: string): Promise<Config> {
  const port = async () => String(await freePort('127.0.0.1'));
  const config = readConfig({
    BATON_BUS: 'embedded',
    BATON_STORE: 'embedded',
    BATON_DATA: dir,
    BATON_PACK: 'starter',
    BATON_PACKS_DIR: resolve(import.meta.dirname, '../../../packs'),
    BATON_LOG_LEVEL: 'silent',
    PORT: await port(),
    BATON_SENTIMENT_HTTP_PORT: await port(),
    BATON_SENTIMENT_GRPC_PORT: '0',
    BATON_DIALOG_HTTP_PORT: await port(),
  });
  if (!config.ok) throw new Error('the configuration is valid');
  return config.value;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition() && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('services in one process', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-kit-'));
  let running: RunningServices;

  beforeAll(async () => {
    running = await runServices([sentiment, desk], { config: await configIn(dir) });
  }, 30_000);

  afterAll(async () => {
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const get = (service: string, path: string) => fetch(`${running.service(service).httpUrl}${path}`);

  it('start what runs beside the handlers, and tell it when events flow', () => {
    expect(order).toEqual(['start', 'listening']);
  });

  it('hear events on the bus they share', async () => {
    const meta = {
      id: systemIds.next(),
      source: '/test',
      subject: 'call-1',
      time: 1,
      tenantId: 'starter',
      correlationId: 'call-1',
    };
    await running.bus.publish([
      encodeEvent(ConversationEnded, meta, { reason: EndReason.END_REASON_IDLE, endedAtMs: 1 }),
    ]);
    await until(() => heard.length > 0);
    expect(heard).toEqual(['sentiment: call-1']);
  });

  it('are alive, and ready with what they can reach', async () => {
    expect((await get('desk', '/healthz')).status).toBe(200);
    const ready = await get('desk', '/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      degraded: false,
      checks: { bus: { up: true }, store: { up: true } },
    });
  });

  it('say which peer they cannot reach, and go on without it', async () => {
    const state = (await (await get('sentiment', '/readyz')).json()) as Readiness;
    expect(state).toMatchObject({ ready: true, degraded: true });
    expect(state.checks['peer:router']).toEqual({ up: false, reason: 'router does not answer' });
  });

  it('answer the health protocol of gRPC, and Prometheus', async () => {
    const client = running.peers.healthClient('sentiment', HealthClient);
    expect(await unary(client, client.check, { service: '' })).toEqual({ status: 'SERVING' });
    expect(await (await get('desk', '/metrics')).text()).toContain('baton_events_handled');
  });

  it('are found by name', () => {
    expect(() => running.service('router')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('a service that cannot start', () => {
  it('takes those before it down with it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'baton-kit-'));
    const config = await configIn(dir);
    const broken = defineService({ name: 'dialog', module: BrokenModule });
    await expect(runServices([desk, broken], { config })).rejects.toThrow('cannot start');
    await expect(fetch(`http://127.0.0.1:${config.httpPorts.desk}/healthz`)).rejects.toThrow();
    // Nothing holds the data folder any more.
    const again = await runServices([desk], { config });
    await again.stop();
    rmSync(dir, { recursive: true, force: true });
  }, 30_000);
});
