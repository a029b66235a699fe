import type { Admin, Kafka } from 'kafkajs';
import { busUnavailable, unknownTopic } from '../bus-errors.js';
import type { PartitionPosition } from '../event-bus.js';
import { kafkaErrorType, saysUnknownTopic } from './kafka-errors.js';
import { REQUEST_RETRY } from './kafka-client.js';

export interface TopicSettings {
  /** Partitions of topics created here. */
  readonly partitions: number;
  /** Replicas of topics created here; -1 is the broker's default. */
  readonly replication: number;
  /** False: topics are somebody else's to create; a missing one is an error. */
  readonly create: boolean;
}

/** Topics and offsets, over one admin connection that is made when needed and made again after it broke. */
export class KafkaTopics {
  readonly #kafka: Kafka;
  readonly #settings: TopicSettings;
  readonly #known = new Set<string>();
  #admin: Promise<Admin> | undefined;

  constructor(kafka: Kafka, settings: TopicSettings) {
    this.#kafka = kafka;
    this.#settings = settings;
  }

  /** Whether `topic` was seen to exist. */
  knows(topic: string): boolean {
    return this.#known.has(topic);
  }

  forget(topics: readonly string[]): void {
    for (const topic of topics) this.#known.delete(topic);
  }

  async ensure(topics: readonly string[]): Promise<void> {
    const missing = await this.missing(topics);
    const [first] = missing;
    if (first === undefined) return;
    if (!this.#settings.create) throw unknownTopic(first);
    const { partitions, replication } = this.#settings;
    await this.#ask('Topics could not be created', (admin) =>
      admin.createTopics({
        topics: missing.map((topic) => ({
          topic,
          numPartitions: partitions,
          replicationFactor: replication,
        })),
        waitForLeaders: true,
      }),
    );
    // Somebody else may have created some at the same moment, and Kafka then says no to none or to all of them.
    const [still] = await this.missing(missing);
    if (still !== undefined) throw busUnavailable(`Topic ${still} was created but is not there yet.`);
  }

  /** Those of `topics` the cluster does not have. */
  async missing(topics: readonly string[]): Promise<string[]> {
    const unknown = [...new Set(topics)].filter((topic) => !this.#known.has(topic));
    if (unknown.length === 0) return [];
    const existing = new Set(await this.#ask('Topics could not be listed', (admin) => admin.listTopics()));
    for (const topic of unknown) if (existing.has(topic)) this.#known.add(topic);
    return unknown.filter((topic) => !existing.has(topic));
  }

  async positions(topic: string, group: string | undefined): Promise<readonly PartitionPosition[]> {
    if ((await this.missing([topic])).length > 0) throw unknownTopic(topic);
    return this.#ask('Offsets could not be read', async (admin) => {
      const bounds = await admin.fetchTopicOffsets(topic);
      const [offsets] =
        group === undefined ? [] : await admin.fetchOffsets({ groupId: group, topics: [topic] });
      const committed = new Map(offsets?.partitions.map(({ partition, offset }) => [partition, offset]));
      return bounds
        .map(({ partition, low, high }) => {
          const offset = committed.get(partition);
          const known = offset !== undefined && Number(offset) >= 0;
          return { partition, earliest: low, next: high, ...(known ? { committed: offset } : {}) };
        })
        .sort((a, b) => a.partition - b.partition);
    });
  }

  /** One round trip; throws `bus-unavailable` where no broker answers. */
  async ping(): Promise<void> {
    await this.#ask('Kafka does not answer', (admin) => admin.describeCluster());
  }

  async close(): Promise<void> {
    const admin = await this.#admin?.catch(() => undefined);
    await admin?.disconnect().catch(() => undefined);
  }

  async #ask<R>(what: string, question: (admin: Admin) => Promise<R>): Promise<R> {
    this.#admin ??= this.#connect();
    const admin = this.#admin;
    try {
      return await question(await admin);
    } catch (thrown) {
      if (!saysUnknownTopic(thrown) && this.#admin === admin) {
        this.#admin = undefined;
        void admin.then((old) => old.disconnect()).catch(() => undefined);
      }
      throw busUnavailable(`${what} (${kafkaErrorType(thrown)}).`, thrown);
    }
  }

  async #connect(): Promise<Admin> {
    const admin = this.#kafka.admin({ retry: REQUEST_RETRY });
    await admin.connect();
    return admin;
  }
}
