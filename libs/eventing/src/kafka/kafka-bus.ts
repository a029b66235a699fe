import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { recordTooLarge, unknownTopic } from '../bus-errors.js';
import type {
  BusHealth,
  EventBus,
  EventRecord,
  PartitionPosition,
  RunningSubscription,
  Subscription,
} from '../event-bus.js';
import { silentLogger, type Logger } from '../logger.js';
import { BatchingProducer, closedBus } from './batching-producer.js';
import { GroupMember } from './group-member.js';
import { kafkaClient, type KafkaClientOptions, type KafkaJs } from './kafka-client.js';
import { KafkaTopics } from './kafka-topics.js';

export interface KafkaBusOptions extends KafkaClientOptions {
  /** Partitions of topics created by `ensureTopics`. Default 8. */
  readonly partitions?: number;
  /** Replicas of topics created by `ensureTopics`. Default: the broker's. */
  readonly replication?: number;
  /** False: `ensureTopics` creates nothing and rejects with `unknown-topic` where one is missing. Default true. */
  readonly createTopics?: boolean;
  /** Whether the broker drops what a retry sends twice. Default true; off only for brokers that cannot. */
  readonly idempotent?: boolean;
  /** Milliseconds until the partitions of a dead member move to others. Default 6,000, the least a broker allows by default. */
  readonly sessionTimeoutMs?: number;
  /** Largest value accepted, in bytes. Default 1,000,000. */
  readonly maxValueBytes?: number;
  /** Receives what kafkajs says. Default silent. */
  readonly logger?: Logger;
}

const MAX_VALUE_BYTES = 1_000_000;
/** An answer from a broker this recent, in milliseconds, proves that it can be reached. */
const FRESH_MS = 2_000;
const PING_MS = 2_000;

/**
 * The log on Apache Kafka, by kafkajs. Resolves without connecting: a broker that is away shows in `health` and in publishes that
 * reject with `bus-unavailable`; subscriptions join when it comes, and join again by themselves after it went away for however long.
 *
 * A subscription with `durable: false` is a group of its own with a random name that commits nothing; the broker forgets it
 * when it leaves.
 */
export async function openKafkaBus(options: KafkaBusOptions): Promise<EventBus> {
  const logger = options.logger ?? silentLogger;
  const { kafka, kafkajs } = await kafkaClient(options, logger);
  return new KafkaBus(options, kafka, kafkajs, logger);
}

class KafkaBus implements EventBus {
  readonly system = 'kafka';
  readonly #options: KafkaBusOptions;
  readonly #kafka: Kafka;
  readonly #kafkajs: KafkaJs;
  readonly #logger: Logger;
  readonly #topics: KafkaTopics;
  readonly #producer: BatchingProducer;
  readonly #members = new Set<GroupMember>();
  #lastContact = Number.NEGATIVE_INFINITY;
  #publishFailure: string | undefined;
  #ping: Promise<BusHealth> | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: KafkaBusOptions, kafka: Kafka, kafkajs: KafkaJs, logger: Logger) {
    this.#options = options;
    this.#kafka = kafka;
    this.#kafkajs = kafkajs;
    this.#logger = logger;
    this.#topics = new KafkaTopics(kafka, {
      partitions: options.partitions ?? 8,
      replication: options.replication ?? -1,
      create: options.createTopics ?? true,
    });
    this.#producer = new BatchingProducer({
      kafka,
      kafkajs,
      topics: this.#topics,
      idempotent: options.idempotent ?? true,
      onOutcome: (failure) => {
        this.#publishFailure = failure;
        if (failure === undefined) this.#contact();
      },
    });
  }

  async ensureTopics(topics: readonly string[]): Promise<void> {
    this.#refuseWhenClosed();
    await this.#topics.ensure(topics);
  }

  async publish(records: readonly EventRecord[]): Promise<void> {
    this.#refuseWhenClosed();
    const limit = this.#options.maxValueBytes ?? MAX_VALUE_BYTES;
    for (const { topic, value } of records) {
      if (value.length > limit) throw recordTooLarge(topic, value.length, limit);
    }
    return this.#producer.publish(records);
  }

  async subscribe(subscription: Subscription): Promise<RunningSubscription> {
    this.#refuseWhenClosed();
    const [missing] = await this.#topics.missing(subscription.topics);
    if (missing !== undefined) throw unknownTopic(missing);
    const { group, durable = true } = subscription;
    const member = new GroupMember({
      kafka: this.#kafka,
      kafkajs: this.#kafkajs,
      logger: this.#logger,
      subscription,
      groupId: durable ? group : `${group}.tail.${randomUUID()}`,
      sessionTimeoutMs: this.#options.sessionTimeoutMs ?? 6_000,
      onContact: () => this.#contact(),
    });
    this.#refuseWhenClosed();
    this.#members.add(member);
    await member.start();
    return {
      stop: async () => {
        await member.stop();
        this.#members.delete(member);
      },
    };
  }

  async positions(topic: string, group?: string): Promise<readonly PartitionPosition[]> {
    this.#refuseWhenClosed();
    return this.#topics.positions(topic, group);
  }

  async health(): Promise<BusHealth> {
    if (this.#closed !== undefined) return { up: false, reason: 'closed' };
    const absent = [...this.#members].filter((member) => !member.present).length;
    if (absent > 0) return { up: false, reason: `${absent} subscriptions are not in their group` };
    const fresh = performance.now() - this.#lastContact < FRESH_MS;
    if (fresh && this.#publishFailure === undefined) return { up: true };
    return (this.#ping ??= this.#askBroker().finally(() => {
      this.#ping = undefined;
    }));
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#members].map((member) => member.stop()));
    await this.#producer.close();
    await this.#topics.close();
  }

  async #askBroker(): Promise<BusHealth> {
    const { promise: late, resolve } = Promise.withResolvers<BusHealth>();
    const timer = setTimeout(() => resolve({ up: false, reason: 'Kafka does not answer in time' }), PING_MS);
    const answer = this.#topics.ping().then(
      (): BusHealth => {
        this.#contact();
        this.#publishFailure = undefined;
        return { up: true };
      },
      (thrown: unknown): BusHealth => ({
        up: false,
        reason: thrown instanceof Error ? thrown.message : 'Kafka does not answer',
      }),
    );
    const health = await Promise.race([answer, late]);
    clearTimeout(timer);
    return health;
  }

  #contact(): void {
    this.#lastContact = performance.now();
  }

  #refuseWhenClosed(): void {
    if (this.#closed !== undefined) throw closedBus();
  }
}
