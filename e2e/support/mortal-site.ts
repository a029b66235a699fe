import { allServices, embeddedConfig } from '@baton/all-in-one';
import { eventDefinitions, eventTopics } from '@baton/contracts';
import { catalogOf, decodeEvent, type BatonEvent, type EventBus } from '@baton/eventing';
import { mortalBus, Undone } from '@baton/eventing/testing';
import { BatonError } from '@baton/kernel';
import type { DocumentStore } from '@baton/persistence';
import { hookedStore } from '@baton/persistence/testing';
import {
  envName,
  runServices,
  type Config,
  type RunningServices,
  type ServiceName,
} from '@baton/service-kit';

/** Where events and documents outlive a process. Opened anew for each life. */
export interface Remains {
  openBus(): Promise<EventBus>;
  openStore(): Promise<DocumentStore>;
  /** Environment of the services beside ports and packs. */
  readonly env: Readonly<Record<string, string>>;
}

const catalog = catalogOf(eventDefinitions);

/**
 * Services in one process that can die at any write, publish or commit: from that step on nothing they do reaches the store or the
 * bus, and the next life begins from what is there, with offsets lost that were not surely committed.
 */
export class MortalSite {
  /** Steps since `mortal` was called. */
  steps = 0;
  deaths = 0;
  /** Every event ever published, each once, in the order seen. */
  readonly events: BatonEvent<unknown>[] = [];
  readonly #known = new Map<string, string>();
  /** Events published again with other bytes under the same id. */
  readonly changed: string[] = [];
  readonly #undone = new Undone();
  #fatalStep = Number.POSITIVE_INFINITY;
  #dead = false;
  #running!: RunningServices;
  #bus!: EventBus;
  #store!: DocumentStore;

  private constructor(
    private readonly remains: Remains,
    private readonly services: readonly ServiceName[],
    private readonly config: Config,
  ) {}

  static async start(remains: Remains, services: readonly ServiceName[]): Promise<MortalSite> {
    const config = await embeddedConfig({
      BATON_PACK: 'bank',
      BATON_LOG_LEVEL: 'silent',
      ...Object.fromEntries(services.map((service) => [`BATON_${envName(service)}_HTTP_PORT`, '0'])),
      ...remains.env,
    });
    const site = new MortalSite(remains, services, config);
    await site.#begin();
    return site;
  }

  get peers() {
    return this.#running.peers;
  }

  /** From now on the `fatalStep`-th step is the last. */
  mortal(fatalStep: number): void {
    this.steps = 0;
    this.#fatalStep = fatalStep;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** The process is gone, with all it had in memory; another one begins, and lives. */
  async reborn(): Promise<void> {
    this.deaths += 1;
    await this.#end();
    this.#fatalStep = Number.POSITIVE_INFINITY;
    await this.#begin();
  }

  async stop(): Promise<void> {
    await this.#end();
  }

  #lives(): boolean {
    this.steps += 1;
    if (this.steps >= this.#fatalStep) this.#dead = true;
    return !this.#dead;
  }

  async #begin(): Promise<void> {
    this.#dead = false;
    this.#bus = await this.remains.openBus();
    this.#store = await this.remains.openStore();
    await this.#bus.ensureTopics(eventTopics);
    const store = hookedStore(this.#store, (step) => {
      if (step === 'before' && !this.#lives())
        throw new BatonError('store-unavailable', 'The process is dead.', { retriable: true });
    });
    await this.#watch();
    this.#running = await runServices(
      allServices.filter(({ name }) => this.services.includes(name)),
      {
        config: this.config,
        bus: mortalBus(this.#bus, () => this.#lives(), this.#undone),
        store,
        demo: false,
      },
    );
  }

  async #end(): Promise<void> {
    await this.#running.stop();
    await this.#bus.close();
    await this.#store.close();
  }

  async #watch(): Promise<void> {
    await this.#bus.subscribe({
      group: 'observer',
      topics: eventTopics,
      durable: false,
      from: 'earliest',
      onBatch: async (records) => {
        for (const record of records) {
          const event = decodeEvent(catalog, record);
          if (!event.ok) throw new Error(`a record of ${record.topic} is no event`);
          const { id } = event.value.meta;
          const bytes = Buffer.from(record.value).toString();
          if (!this.#known.has(id)) this.events.push(event.value);
          else if (this.#known.get(id) !== bytes) this.changed.push(id);
          this.#known.set(id, bytes);
        }
      },
    });
  }
}
