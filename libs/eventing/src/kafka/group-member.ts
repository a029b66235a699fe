import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, Kafka } from 'kafkajs';
import type { Logger } from '../logger.js';
import type { Subscription } from '../event-bus.js';
import { closedBus } from './batching-producer.js';
import type { KafkaJs } from './kafka-client.js';
import { kafkaErrorType } from './kafka-errors.js';
import { OffsetCommits } from './offset-commits.js';
import { PartitionQueue } from './partition-queue.js';
import { shareAssigner } from './share-assigner.js';

export interface GroupMemberParts {
  readonly kafka: Kafka;
  readonly kafkajs: KafkaJs;
  readonly logger: Logger;
  readonly subscription: Subscription;
  /** Name of the group in Kafka. */
  readonly groupId: string;
  /** Milliseconds until the broker gives a silent member's partitions to others. */
  readonly sessionTimeoutMs: number;
  /** Called after each answer from a broker. */
  readonly onContact: () => void;
}

/** A fetch waits this long for records when there are none; the heartbeat and a partition that has room again wait with it. */
const FETCH = { minBytes: 1, maxWaitTimeInMs: 250 };
/**
 * Every answer costs the broker and kafkajs a pass over all partitions of the group. Who no caller waits for gets fewer and fuller
 * ones.
 */
const BACKGROUND_FETCH = { minBytes: 64_000, maxWaitTimeInMs: 40 };
const HEARTBEAT_MS = 500;
/** Without any fetch for this long, kafkajs is stuck and the consumer is replaced. */
const STALL_MS = 30_000;
const FIRST_RESTART_MS = 100;
const LONGEST_RESTART_MS = 3_000;
/** A consumer that cannot even be disconnected is left behind. */
const DISCONNECT_MS = 5_000;

/**
 * One member of one consumer group, for as long as the subscription lives. kafkajs's consumers end when a broker is away for
 * longer than their retries; then another is made, for ever. Progress and partitions outlive them here.
 */
export class GroupMember {
  readonly #parts: GroupMemberParts;
  readonly #commits: OffsetCommits;
  readonly #queues = new Map<string, PartitionQueue>();
  /** What a partition's former queue in this process is still busy with. */
  readonly #letGo = new Map<string, Promise<void>>();
  readonly #joined = Promise.withResolvers<void>();
  readonly #stopping = new AbortController();
  #consumer: Consumer | undefined;
  #present = false;
  #leaving = false;
  #supervisor: Promise<void> | undefined;

  constructor(parts: GroupMemberParts) {
    this.#parts = parts;
    this.#commits = new OffsetCommits(parts.subscription.durable ?? true);
    this.#joined.promise.catch(() => undefined);
  }

  /** Whether the member is in its group now. */
  get present(): boolean {
    return this.#present;
  }

  /** Resolves once the member has joined and knows where to start, however long the broker is away. */
  async start(): Promise<void> {
    this.#supervisor = this.#supervise();
    await this.#joined.promise;
  }

  async stop(): Promise<void> {
    if (this.#leaving) return this.#supervisor;
    this.#leaving = true;
    // Handlers end first, while heartbeats go on; then what they did is committed; then the partitions are let go.
    this.#consumer?.pause(this.#parts.subscription.topics.map((topic) => ({ topic })));
    await this.#release([...this.#queues.keys()], { keepProgress: true });
    await this.#commits.flush();
    this.#commits.stop();
    this.#stopping.abort();
    this.#joined.reject(closedBus());
    await this.#supervisor;
  }

  async #supervise(): Promise<void> {
    const { logger, groupId } = this.#parts;
    let restarts = 0;
    while (!this.#stopping.signal.aborted) {
      const began = performance.now();
      const ended = await this.#session().catch((thrown: unknown) => kafkaErrorType(thrown));
      this.#present = false;
      this.#commits.use(undefined);
      if (this.#stopping.signal.aborted) return;
      void this.#release([...this.#queues.keys()], { keepProgress: false });
      restarts = performance.now() - began > STALL_MS ? 0 : restarts + 1;
      logger.warn({ groupId, ended, restarts }, 'The consumer ended; another one starts.');
      const wait = Math.min(FIRST_RESTART_MS * 2 ** restarts, LONGEST_RESTART_MS);
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** Runs one kafkajs consumer until it crashes, stalls or the member stops; says why. */
  async #session(): Promise<string> {
    const consumer = this.#newConsumer();
    const over = Promise.withResolvers<string>();
    let lastFetch = performance.now();
    const on =
      <E>(handle: (event: E) => void) =>
      (event: E): void => {
        if (this.#consumer === consumer) handle(event);
      };
    const { events } = consumer;
    consumer.on(events.CRASH, (event) => over.resolve(kafkaErrorType(event.payload.error)));
    consumer.on(
      events.GROUP_JOIN,
      on((event) => this.#assigned(event.payload.memberAssignment)),
    );
    consumer.on(
      events.REBALANCING,
      on(() => void this.#commits.flush()),
    );
    consumer.on(
      events.FETCH,
      on(() => {
        lastFetch = performance.now();
        this.#parts.onContact();
        // The first fetch, not the join, fixes where a group without offsets starts.
        this.#present = true;
        this.#joined.resolve();
      }),
    );
    const stalled = setInterval(() => {
      if (performance.now() - lastFetch > STALL_MS) over.resolve('stalled');
    }, HEARTBEAT_MS);
    const stopped = () => over.resolve('stopped');
    this.#stopping.signal.addEventListener('abort', stopped, { once: true });
    this.#consumer = consumer;
    try {
      const failed = this.#run(consumer).then(
        () => over.promise,
        (thrown: unknown) => kafkaErrorType(thrown),
      );
      return await Promise.race([over.promise, failed]);
    } finally {
      clearInterval(stalled);
      this.#stopping.signal.removeEventListener('abort', stopped);
      this.#consumer = undefined;
      await Promise.race([
        consumer.disconnect().catch(() => undefined),
        pause(DISCONNECT_MS, undefined, { ref: false }),
      ]);
    }
  }

  async #run(consumer: Consumer): Promise<void> {
    const { topics, from = 'earliest' } = this.#parts.subscription;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: from === 'earliest' });
    await consumer.run({
      autoCommit: false,
      // Taking a batch never waits, so batches of several partitions need no concurrency here; their queues have it.
      partitionsConsumedConcurrently: 1,
      eachBatch: async ({ batch, commitOffsetsIfNecessary }) => {
        if (this.#consumer !== consumer) return;
        this.#commits.use(commitOffsetsIfNecessary);
        this.#queues.get(keyOf(batch.topic, batch.partition))?.push(batch.messages, batch.highWatermark);
      },
    });
  }

  #newConsumer(): Consumer {
    const { kafka, kafkajs, groupId, sessionTimeoutMs, subscription } = this.#parts;
    return kafka.consumer({
      groupId,
      partitionAssigners: [shareAssigner(kafkajs)],
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: Math.max(sessionTimeoutMs, 15_000),
      heartbeatInterval: HEARTBEAT_MS,
      ...(subscription.background ? BACKGROUND_FETCH : FETCH),
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5, restartOnFailure: async () => false },
    });
  }

  #assigned(assignment: Readonly<Record<string, readonly number[]>>): void {
    const owned = new Map<string, { topic: string; partition: number }>();
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) owned.set(keyOf(topic, partition), { topic, partition });
    }
    const lost = [...this.#queues.keys()].filter((key) => !owned.has(key));
    void this.#release(lost, { keepProgress: false });
    if (this.#leaving) return;
    for (const [key, { topic, partition }] of owned) {
      if (!this.#queues.has(key)) this.#queues.set(key, this.#newQueue(topic, partition));
    }
  }

  #newQueue(topic: string, partition: number): PartitionQueue {
    const queue: PartitionQueue = new PartitionQueue({
      topic,
      partition,
      onBatch: this.#parts.subscription.onBatch,
      after: this.#letGo.get(keyOf(topic, partition)) ?? Promise.resolve(),
      onProgress: (next) => {
        if (this.#queues.get(keyOf(topic, partition)) === queue) {
          this.#commits.progress(topic, partition, next);
        }
      },
      onRoom: (room) => {
        const partitions = [{ topic, partitions: [partition] }];
        if (room) this.#consumer?.resume(partitions);
        else this.#consumer?.pause(partitions);
      },
    });
    return queue;
  }

  /** Stops the queues of partitions that are no longer ours; resolves once the subscriber let go of all of them. */
  async #release(keys: readonly string[], { keepProgress }: { keepProgress: boolean }): Promise<void> {
    await Promise.all(
      keys.map((key) => {
        const queue = this.#queues.get(key);
        if (queue === undefined) return undefined;
        if (!keepProgress) {
          this.#queues.delete(key);
          const [topic, partition] = partsOf(key);
          this.#commits.forget(topic, partition);
        }
        const over = queue.stop();
        this.#letGo.set(key, over);
        return over.finally(() => {
          if (this.#letGo.get(key) === over) this.#letGo.delete(key);
        });
      }),
    );
  }
}

const keyOf = (topic: string, partition: number) => `${topic}/${partition}`;

function partsOf(key: string): [topic: string, partition: number] {
  const at = key.lastIndexOf('/');
  return [key.slice(0, at), Number(key.slice(at + 1))];
}
