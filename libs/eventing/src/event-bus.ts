/**
 * The port between Baton and a log of records. Adapters: `embedded/` (SQLite) and `kafka/` (kafkajs).
 *
 * An adapter moves bytes. It knows nothing of event types, retries or dead letters: `startConsumer` adds those once for both.
 *
 * Promises every adapter keeps (and `event-bus.contract.ts` proves):
 * - `publish` resolves when the records are durable, in the order given per (topic, key).
 * - Records with the same key of one topic are delivered to a group in publish order.
 * - Delivery is at least once: a group's offset moves only after `onBatch` resolved. If it rejects, the same records come
 *   again after a pause. After a crash, delivery resumes at the last committed offset.
 * - Every group sees every record of its topics; within a group each record goes to one member.
 * - The bytes a consumer receives are its own: they never alias the publisher's buffers.
 */
export interface EventBus {
  /** What the log is, as OpenTelemetry's `messaging.system`: `kafka` or `baton-embedded`. */
  readonly system: string;
  /** Creates topics that do not exist yet. Idempotent. Rejects with `bus-unavailable` where the log cannot be reached. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  /**
   * Appends records. Rejects with `BatonError` `bus-unavailable` (retriable) where the log cannot be reached or written; with
   * `unknown-topic` or `record-too-large`, before anything is written, where no broker would ever take them.
   */
  publish(records: readonly EventRecord[]): Promise<void>;
  /** Starts delivery to a group. Resolves once the member has joined. */
  subscribe(subscription: Subscription): Promise<RunningSubscription>;
  /**
   * The bounds of a topic's partitions and, where `group` is given, what it committed. For tools and lag metrics: one
   * round trip to the log.
   */
  positions(topic: string, group?: string): Promise<readonly PartitionPosition[]>;
  /** Whether the log can be reached now, with a reason where it cannot. Cheap: called by `/readyz`. */
  health(): Promise<BusHealth>;
  /** Stops delivery, waits for running batches, releases everything. */
  close(): Promise<void>;
}

/** One record as it travels: CloudEvents 1.0 binary mode, attributes in headers, data in the value. */
export interface EventRecord {
  readonly topic: string;
  /** Decides the partition; a conversation id, or an agent id on workforce topics. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Proto JSON, UTF-8. */
  readonly value: Uint8Array;
}

/** A record as a group receives it. */
export interface DeliveredRecord extends EventRecord {
  readonly partition: number;
  /** Position in the partition, decimal. */
  readonly offset: string;
  /** The record as the log holds it, where everyone in this process who receives it gets the same one. */
  readonly shared?: SharedRecord;
}

/** One for all consumers of a process, so that a record is decoded once and not once per group. */
export interface SharedRecord {
  /** The log's own bytes: neither to be changed nor to be kept. */
  readonly value: Uint8Array;
  /** What `decodeEvent` made of it. */
  decoded?: object | undefined;
}

export interface Subscription {
  /** Consumer group; the service's name, exactly. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group without committed offset starts. Default `earliest`. */
  readonly from?: 'earliest' | 'latest';
  /**
   * False: the group is only this process's (a live tail): nothing is committed, `from` decides each time. Default true.
   */
  readonly durable?: boolean;
  /** A hint: no caller waits for what this group does, so whoever a caller does wait for goes first. Default false. */
  readonly background?: boolean;
  /** Records of ONE topic partition, in order. `signal` aborts on shutdown or when the partition moves away. */
  readonly onBatch: (records: readonly DeliveredRecord[], signal: AbortSignal) => Promise<void>;
}

export interface RunningSubscription {
  /** Stops delivery and waits for the running batch. */
  stop(): Promise<void>;
}

/** Offsets are decimal. */
export interface PartitionPosition {
  readonly partition: number;
  /** Of the oldest record still kept. */
  readonly earliest: string;
  /** That the next record will get. */
  readonly next: string;
  /** From where the group resumes; absent where it committed nothing. */
  readonly committed?: string;
}

export type BusHealth = { readonly up: true } | { readonly up: false; readonly reason: string };
