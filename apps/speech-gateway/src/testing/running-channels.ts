import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contextStore } from '@baton/context-store';
import {
  CallControlServiceClient,
  ContextServiceClient,
  ConversationStarted,
  eventDefinitions,
  TurnRecorded,
  type EventDefinition,
} from '@baton/contracts';
import { catalogOf, decodeEvent, type BatonEvent, type DeliveredRecord } from '@baton/eventing';
import { readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { speechGateway } from '../speech-gateway.service.js';

const catalog = catalogOf(eventDefinitions);

/** The gateway beside the real context store, on an embedded bus and store in a folder of its own. */
export class RunningChannels {
  #running!: RunningServices;
  readonly #records: DeliveredRecord[] = [];

  private constructor(private readonly folder: string) {}

  static async start(env: Readonly<Record<string, string>>): Promise<RunningChannels> {
    const started = new RunningChannels(await mkdtemp(join(tmpdir(), 'baton-channels-')));
    const ports: [string, string][] = ['SPEECH_GATEWAY', 'CONTEXT_STORE'].flatMap(
      (name): [string, string][] => [
        [`BATON_${name}_HTTP_PORT`, '0'],
        [`BATON_${name}_GRPC_PORT`, '0'],
      ],
    );
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(started.folder, 'data'),
      BATON_PACK: 'bank',
      BATON_PACKS_DIR: resolve(import.meta.dirname, '../../../../packs'),
      BATON_LOG_LEVEL: 'silent',
      ...Object.fromEntries(ports),
      ...env,
    });
    if (!config.ok) throw new Error(config.error.map(({ message }) => message).join('\n'));
    started.#running = await runServices([contextStore, speechGateway], { config: config.value });
    await started.#running.bus.subscribe({
      group: 'test',
      topics: ['baton.conversation.v1', 'baton.context.v1'],
      durable: false,
      from: 'earliest',
      onBatch: async (records) => void started.#records.push(...records),
    });
    return started;
  }

  get url(): string {
    return this.#running.service('speech-gateway').httpUrl;
  }

  get control(): CallControlServiceClient {
    return this.#running.peers.client('speech-gateway', CallControlServiceClient);
  }

  get context(): ContextServiceClient {
    return this.#running.peers.client('context-store', ContextServiceClient);
  }

  said<T>(type: EventDefinition<T>): BatonEvent<T>[] {
    return this.#records.flatMap((record) => {
      const decoded = decodeEvent(catalog, record);
      return decoded.ok && decoded.value.meta.type === type.type ? [decoded.value as BatonEvent<T>] : [];
    });
  }

  /** Everything published, as it went over the bus. */
  get everything(): string {
    return this.#records.map(({ value }) => Buffer.from(value).toString()).join('\n');
  }

  /** Texts of recorded turns, and how many conversations they are in. */
  get record(): { readonly texts: string[]; readonly conversations: number } {
    return {
      texts: this.said(TurnRecorded).map(({ data }) => data.text),
      conversations: this.said(ConversationStarted).length,
    };
  }

  async eventually<T>(
    what: string,
    look: () => T | undefined | false | Promise<T | undefined | false>,
  ): Promise<T> {
    const until = Date.now() + 10_000;
    for (;;) {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      if (Date.now() > until) throw new Error(`it never came to be that ${what}`);
      await pause(10);
    }
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
