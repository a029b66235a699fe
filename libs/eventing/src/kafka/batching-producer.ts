import type { Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import { busUnavailable, unknownTopic } from '../bus-errors.js';
import type { EventRecord } from '../event-bus.js';
import type { KafkaJs } from './kafka-client.js';
import { publishFailure, saysUnknownTopic } from './kafka-errors.js';
import type { KafkaTopics } from './kafka-topics.js';

interface PendingRecord {
  readonly topic: string;
  readonly message: Message;
  readonly bytes: number;
  readonly publish: PendingPublish;
}

/** One `publish` call; it may travel in several requests. */
interface PendingPublish {
  open: number;
  failed: boolean;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** kafkajs makes one record batch a partition; the broker takes 1,048,588 bytes of it by default. */
const REQUEST_BYTES = 900_000;
const ACKS_TIMEOUT_MS = 10_000;
/** What a record costs beside its key, headers and value, generously. */
const OVERHEAD_BYTES = 100;

export interface BatchingProducerParts {
  readonly kafka: Kafka;
  readonly kafkajs: KafkaJs;
  readonly topics: KafkaTopics;
  readonly idempotent: boolean;
  /** Called after each request: undefined, or why it failed. */
  readonly onOutcome: (failure: string | undefined) => void;
}

/**
 * What is published in one turn of the event loop, and while a request is under way, goes out in one request; one request at a
 * time, so that a retry can never overtake. After a failure the producer is replaced: kafkajs would reuse the sequence numbers of
 * a request that may have been written after all, and the broker would take the next records for repeats and drop them.
 */
export class BatchingProducer {
  readonly #parts: BatchingProducerParts;
  #pending: PendingRecord[] = [];
  #producer: Promise<Producer> | undefined;
  #scheduled = false;
  #sending: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: BatchingProducerParts) {
    this.#parts = parts;
  }

  publish(records: readonly EventRecord[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const publish: PendingPublish = { open: records.length, failed: false, resolve, reject };
    for (const record of records) {
      this.#pending.push({ topic: record.topic, ...messageOf(record), publish });
    }
    this.#schedule();
    return promise;
  }

  /** Sends what waits, then disconnects. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#pending.length > 0 || this.#scheduled) await this.#flush();
    await this.#sending;
    const producer = await this.#producer?.catch(() => undefined);
    await producer?.disconnect().catch(() => undefined);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => void this.#flush());
  }

  async #flush(): Promise<void> {
    const previous = this.#sending;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#sending = promise;
    try {
      await previous;
      this.#scheduled = false;
      const request = this.#take();
      if (request.length > 0) await this.#deliver(request);
    } finally {
      resolve();
    }
    if (this.#pending.length > 0 && !this.#closed) this.#schedule();
  }

  /** The longest run of waiting records that fits one request; at least one. */
  #take(): PendingRecord[] {
    let bytes = 0;
    const end = this.#pending.findIndex((record, index) => {
      bytes += record.bytes;
      return index > 0 && bytes > REQUEST_BYTES;
    });
    return this.#pending.splice(0, end === -1 ? this.#pending.length : end);
  }

  async #deliver(request: readonly PendingRecord[]): Promise<void> {
    // What belongs to a publish that failed already must not be written after its gap.
    const live = request.filter(({ publish }) => !publish.failed);
    try {
      const sendable = await this.#withoutUnknownTopics(live);
      if (sendable.length > 0) await this.#send(sendable);
      this.#parts.onOutcome(undefined);
      for (const { publish } of sendable) {
        publish.open -= 1;
        if (publish.open === 0) publish.resolve();
      }
    } catch (thrown) {
      const failure = publishFailure(thrown);
      if (failure.code === 'bus-unavailable') this.#parts.onOutcome(failure.message);
      if (saysUnknownTopic(thrown)) this.#parts.topics.forget(live.map(({ topic }) => topic));
      for (const record of live) refuse(record, failure);
    }
  }

  async #withoutUnknownTopics(request: readonly PendingRecord[]): Promise<readonly PendingRecord[]> {
    const { topics } = this.#parts;
    if (request.every(({ topic }) => topics.knows(topic))) return request;
    const missing = new Set(await topics.missing(request.map(({ topic }) => topic)));
    for (const record of request) if (missing.has(record.topic)) refuse(record, unknownTopic(record.topic));
    return request.filter(({ publish }) => !publish.failed);
  }

  async #send(records: readonly PendingRecord[]): Promise<void> {
    this.#producer ??= this.#connect();
    const producer = this.#producer;
    try {
      const connected = await producer;
      await connected.sendBatch({ acks: -1, timeout: ACKS_TIMEOUT_MS, topicMessages: byTopic(records) });
    } catch (thrown) {
      this.#producer = undefined;
      void producer.then((old) => old.disconnect()).catch(() => undefined);
      throw thrown;
    }
  }

  async #connect(): Promise<Producer> {
    const { kafka, kafkajs, idempotent } = this.#parts;
    const producer = kafka.producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    return producer;
  }
}

function refuse({ publish }: PendingRecord, reason: unknown): void {
  publish.failed = true;
  publish.reject(reason);
}

/** The publisher may reuse its buffer once `publish` returned, so the value is copied. */
function messageOf(record: EventRecord): { message: Message; bytes: number } {
  let bytes = record.value.length + record.key.length * 2 + OVERHEAD_BYTES;
  for (const [name, value] of Object.entries(record.headers)) bytes += name.length + value.length * 2;
  const message = { key: record.key, value: Buffer.from(record.value), headers: { ...record.headers } };
  return { message, bytes };
}

function byTopic(records: readonly PendingRecord[]): TopicMessages[] {
  const messages = new Map<string, Message[]>();
  for (const { topic, message } of records) {
    const list = messages.get(topic);
    if (list === undefined) messages.set(topic, [message]);
    else list.push(message);
  }
  return [...messages].map(([topic, list]) => ({ topic, messages: list }));
}

/** For a bus that is closed. */
export const closedBus = () => busUnavailable('The bus is closed.');
