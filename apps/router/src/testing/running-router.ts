import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import {
  eventDefinitions,
  RouterServiceClient,
  WorkforceServiceClient,
  type EventDefinition,
} from '@baton/contracts';
import { catalogOf, decodeEvent, encodeEvent, type BatonEvent } from '@baton/eventing';
import { BatonError, uuidV7 } from '@baton/kernel';
import { readConfig, runServices, type RunningServices, type RunOptions } from '@baton/service-kit';
import { router } from '../router.service.js';

const catalog = catalogOf(eventDefinitions);
const patienceMs = 15_000;

/** The router alone, on an embedded bus and store in a folder of its own, with everything it said. */
export class RunningRouter {
  readonly tenantId: string;
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #running!: RunningServices;
  /** Everything on the bus, in the order it was seen; grows over restarts, each event once. */
  readonly seen: BatonEvent<unknown>[] = [];
  readonly #ids = new Set<string>();

  private constructor(
    folder: string,
    tenantId: string,
    packsDir: string,
    private readonly shared: Pick<RunOptions, 'bus' | 'store'>,
  ) {
    this.#folder = folder;
    this.tenantId = tenantId;
    this.#environment = {
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(folder, 'data'),
      BATON_PACKS_DIR: packsDir,
      BATON_PACK: tenantId,
      BATON_LOG_LEVEL: 'error',
      BATON_ROUTER_HTTP_PORT: '0',
      BATON_ROUTER_GRPC_PORT: '0',
    };
  }

  static async start(
    tenantId = 'bank',
    packsDir = fileURLToPath(new URL('../../../../packs', import.meta.url)),
    /** A bus and a store of somebody else's, for several routers on one. */
    shared: Pick<RunOptions, 'bus' | 'store'> = {},
  ): Promise<RunningRouter> {
    const folder = await mkdtemp(join(tmpdir(), 'baton-router-'));
    const started = new RunningRouter(folder, tenantId, packsDir, shared);
    await started.#open();
    return started;
  }

  get pack() {
    return this.#running.packs.current(this.tenantId);
  }

  /** Stops everything and opens it again on the same files, after so many milliseconds. */
  async restart(afterMs = 0): Promise<void> {
    await this.#running.stop();
    await pause(afterMs);
    await this.#open();
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Publishes an event as another service would. The same id twice is a duplicate. */
  async publish<T>(
    type: EventDefinition<T>,
    subject: string,
    data: T,
    id = uuidV7(Date.now()),
  ): Promise<void> {
    const meta = {
      id,
      type: type.type,
      source: `/baton/${type.producer}`,
      time: Date.now(),
      subject,
      tenantId: this.tenantId,
      correlationId: subject,
    };
    await this.#running.bus.publish([encodeEvent(type, meta, data)]);
  }

  /** The data of events of a type about a subject, so far. */
  said<T>(type: EventDefinition<T>, subject?: string): T[] {
    return this.seen
      .filter(({ meta }) => meta.type === type.type && (subject === undefined || meta.subject === subject))
      .map(({ data }) => data as T);
  }

  /** Short names of the router's own events about a conversation, in the order they were seen. */
  trail(conversationId: string, topic: string): string[] {
    return this.seen
      .filter(({ meta }) => meta.subject === conversationId && catalog.find(meta.type)?.topic === topic)
      .map(({ meta }) => meta.type.slice(meta.type.lastIndexOf('.') + 1));
  }

  /** The n-th event of a type about a subject, once it is there. */
  async until<T>(type: EventDefinition<T>, subject: string, n = 1): Promise<T> {
    await this.eventually(() => this.said(type, subject).length >= n, `${type.type} number ${n}`);
    return this.said(type, subject)[n - 1]!;
  }

  async eventually(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + patienceMs;
    while (!(await holds())) {
      if (Date.now() > end) throw new BatonError('test-timeout', `${what} did not come.`);
      await pause(10);
    }
  }

  /** What `/readyz` answers. */
  async readiness(): Promise<{
    ready: boolean;
    degraded: boolean;
    checks: Record<string, { reason?: string }>;
  }> {
    const response = await fetch(`${this.#running.service('router').httpUrl}/readyz`);
    return (await response.json()) as Awaited<ReturnType<RunningRouter['readiness']>>;
  }

  get routerClient(): RouterServiceClient {
    return this.#running.peers.client('router', RouterServiceClient);
  }

  get workforceClient(): WorkforceServiceClient {
    return this.#running.peers.client('router', WorkforceServiceClient);
  }

  async #open(): Promise<void> {
    const config = readConfig(this.#environment);
    if (!config.ok) throw new BatonError('bad-config', JSON.stringify(config.error));
    this.#running = await runServices([router], {
      config: config.value,
      demo: false,
      ...this.shared,
    });
    await this.#running.bus.subscribe({
      group: 'observer',
      topics: [...new Set(eventDefinitions.map(({ topic }) => topic))],
      durable: false,
      from: 'earliest',
      onBatch: async (records) => {
        for (const record of records) {
          const decoded = decodeEvent(catalog, record);
          if (!decoded.ok) throw new BatonError('undecodable', `A record of ${record.topic} cannot be read.`);
          const event = decoded.value;
          if (this.#ids.has(event.meta.id)) continue;
          this.#ids.add(event.meta.id);
          this.seen.push(event);
        }
      },
    });
  }
}
