import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contextStore } from '@baton/context-store';
import {
  AssistServiceClient,
  eventDefinitions,
  type AssistUpdated,
  type EventDefinition,
} from '@baton/contracts';
import { catalogOf, decodeEvent, encodeEvent } from '@baton/eventing';
import { unary } from '@baton/rpc';
import { readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { agentAssist } from '../agent-assist.service.js';

const catalog = catalogOf(eventDefinitions);
const patienceMs = 15_000;

/** The assistant beside the real context store, on an embedded bus and store in a folder of its own. */
export class RunningAssist {
  readonly #folder: string;
  readonly #newest = new Map<string, AssistUpdated>();
  #running!: RunningServices;
  #published = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<RunningAssist> {
    const started = new RunningAssist(await mkdtemp(join(tmpdir(), 'baton-assist-')));
    await started.#open();
    return started;
  }

  /** Ends the process, as far as the services can tell, and starts it again on the same files. */
  async restart(): Promise<void> {
    await this.#running.stop();
    await this.#open();
  }

  async stop(): Promise<void> {
    await this.#running.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async publish<T>(type: EventDefinition<T>, conversationId: string, data: T): Promise<void> {
    this.#published += 1;
    const meta = {
      id: `${conversationId}/${this.#published}`,
      source: `/baton/${type.producer}`,
      time: Date.now(),
      subject: conversationId,
      tenantId: 'bank',
      correlationId: conversationId,
    };
    await this.#running.bus.publish([encodeEvent(type, meta, data)]);
  }

  /** Once every service has taken in everything that was published. */
  async settled(): Promise<void> {
    const topics = [...new Set(eventDefinitions.map(({ topic }) => topic))];
    const open = async () => {
      for (const topic of topics) {
        for (const group of ['agent-assist', 'context-store']) {
          for (const { committed, next } of await this.#running.bus.positions(topic, group)) {
            if (committed !== undefined && committed !== next) return true;
          }
        }
      }
      return false;
    };
    await this.#eventually('everything is taken in', async () => !(await open()));
  }

  async helpOnceThere(conversationId: string, holds: (help: AssistUpdated) => boolean = () => true) {
    const newest = () => this.#newest.get(conversationId);
    await this.#eventually('help is there', async () => {
      const help = newest();
      return help !== undefined && holds(help);
    });
    return newest()!;
  }

  async ask(conversationId: string): Promise<AssistUpdated | undefined> {
    const client = this.#running.peers.client('agent-assist', AssistServiceClient);
    return (await unary(client, client.getAssist, { conversationId })).assist;
  }

  async #eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
    const until = Date.now() + patienceMs;
    while (!(await holds())) {
      if (Date.now() > until) throw new Error(`it never came to be that ${what}`);
      await pause(10);
    }
  }

  async #open(): Promise<void> {
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(this.#folder, 'data'),
      BATON_PACKS_DIR: resolve(import.meta.dirname, '../../../../packs'),
      BATON_PACK: 'bank',
      BATON_LOG_LEVEL: 'silent',
      ...Object.fromEntries(
        ['AGENT_ASSIST', 'CONTEXT_STORE'].flatMap((name) => [
          [`BATON_${name}_HTTP_PORT`, '0'],
          [`BATON_${name}_GRPC_PORT`, '0'],
        ]),
      ),
    });
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    this.#running = await runServices([contextStore, agentAssist], { config: config.value, demo: false });
    await this.#running.bus.subscribe({
      group: 'observer',
      topics: ['baton.assist.v1'],
      durable: false,
      onBatch: async (records) => {
        for (const record of records) {
          const decoded = decodeEvent(catalog, record);
          if (decoded.ok) this.#newest.set(record.key, decoded.value.data as AssistUpdated);
        }
      },
    });
  }
}
