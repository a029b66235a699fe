import { cpSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ContextServiceClient, eventDefinitions, type EventDefinition } from '@baton/contracts';
import { catalogOf, decodeEvent, encodeEvent, type DeliveredRecord } from '@baton/eventing';
import { readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { contextStore } from '../context-store.service.js';

const catalog = catalogOf(eventDefinitions);
const packs = resolve(import.meta.dirname, '../../../../packs');

/** The context store alone, on an embedded bus and store in a folder of its own, serving a bank with the CRM a test gives it. */
export class RunningContext {
  #running!: RunningServices;
  readonly #records: DeliveredRecord[] = [];
  #published = 0;

  private constructor(
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(options: { crm?: string; env?: Record<string, string> } = {}): Promise<RunningContext> {
    const folder = await mkdtemp(join(tmpdir(), 'baton-context-'));
    cpSync(join(packs, 'bank'), join(folder, 'packs', 'bank'), { recursive: true });
    if (options.crm !== undefined) await writeFile(join(folder, 'packs', 'bank', 'crm.yaml'), options.crm);
    const started = new RunningContext(folder, options.env ?? {});
    await started.#open();
    return started;
  }

  get client(): ContextServiceClient {
    return this.#running.peers.client('context-store', ContextServiceClient);
  }

  /** Ends the service and starts it again on the same files. */
  async restart(): Promise<void> {
    await this.#running.stop();
    await this.#open();
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As the service that owns the topic would. */
  async publish<T>(type: EventDefinition<T>, subject: string, data: T): Promise<void> {
    this.#published += 1;
    const meta = {
      id: `${subject}/${this.#published}`,
      source: `/baton/${type.producer}`,
      time: Date.now(),
      subject,
      tenantId: 'bank',
      correlationId: subject,
    };
    await this.#running.bus.publish([encodeEvent(type, meta, data)]);
  }

  /** Everything the context store said of this kind so far. */
  said<T>(type: EventDefinition<T>): T[] {
    return this.#records.flatMap((record) => {
      const decoded = decodeEvent(catalog, record);
      return decoded.ok && decoded.value.meta.type === type.type ? [decoded.value.data as T] : [];
    });
  }

  /** Everything it ever published, as it went over the bus. */
  get everything(): string {
    return this.#records.map(({ value }) => Buffer.from(value).toString()).join('\n');
  }

  async eventually<T>(
    what: string,
    look: () => Promise<T | undefined | false> | T | undefined | false,
  ): Promise<T> {
    const until = Date.now() + 10_000;
    for (;;) {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      if (Date.now() > until) throw new Error(`it never came to be that ${what}`);
      await pause(10);
    }
  }

  async #open(): Promise<void> {
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(this.folder, 'data'),
      BATON_PACK: 'bank',
      BATON_PACKS_DIR: join(this.folder, 'packs'),
      BATON_LOG_LEVEL: 'silent',
      BATON_CONTEXT_STORE_HTTP_PORT: '0',
      BATON_CONTEXT_STORE_GRPC_PORT: '0',
      ...this.env,
    });
    if (!config.ok) throw new Error(config.error.map(({ message }) => message).join('\n'));
    this.#running = await runServices([contextStore], { config: config.value });
    this.#records.length = 0;
    await this.#running.bus.subscribe({
      group: 'test',
      topics: ['baton.context.v1'],
      durable: false,
      from: 'earliest',
      onBatch: async (records) => void this.#records.push(...records),
    });
  }
}
