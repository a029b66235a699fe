import { AsyncLocalStorage } from 'node:async_hooks';
import { systemClock, type Clock } from '@baton/kernel';
import { busUnavailable, recordTooLarge } from '../bus-errors.js';
import type {
  BusHealth,
  EventBus,
  EventRecord,
  PartitionPosition,
  RunningSubscription,
  Subscription,
} from '../event-bus.js';
import { partitionOf } from '../partition-of.js';
import { startCheckpointer, type Checkpointer } from './checkpointer.js';
import { CommittedOffsets } from './committed-offsets.js';
import { ConsumerGroup } from './consumer-group.js';
import { openLogFile, type Durability } from './log-file.js';
import { LogStore } from './log-store.js';
import type { PartitionLog } from './partition-log.js';
import { PublishQueue, type PlacedRecord } from './publish-queue.js';
import type { StoredRecord } from './record-batch.js';
import { DEFAULT_RETENTION, trim, type Retention, type TrimReport } from './retention.js';
import { TopicLogs } from './topic-logs.js';

export interface EmbeddedBusOptions {
  /** Path of the log's file, created where missing; `:memory:` keeps nothing. */
  readonly file: string;
  /** Partitions of topics created from now on. Default 8. */
  readonly partitions?: number;
  readonly clock?: Clock;
  readonly retention?: Partial<Retention>;
  /** Default `process`. */
  readonly durability?: Durability;
  /** Largest value accepted, in bytes. Default 1,000,000, just under what a Kafka broker takes by default. */
  readonly maxValueBytes?: number;
}

export interface EmbeddedBus extends EventBus {
  /** Deletes what the retention allows to go. Runs by itself every minute. */
  trim(): Promise<TrimReport>;
  /** Caps the file at `bytes`; publishing beyond it rejects with `bus-unavailable`. */
  limitFileSize(bytes: number): void;
}

const MAX_VALUE_BYTES = 1_000_000;
const PAGE_BYTES = 4096;
const TRIM_EVERY_MS = 60_000;
/** How soon writes of another process are noticed; those of this one wake their groups at once. */
const LOOK_ABROAD_EVERY_MS = 250;
const CHECKPOINT_AT_BYTES = 8 << 20;

/**
 * The embedded log: one SQLite file, any number of groups, all members in this process. Throws `incompatible-log` where the
 * file was written by another version. Another process may publish to the same file or run groups of its own; it must not run
 * members of the same groups.
 */
export function openEmbeddedBus(options: EmbeddedBusOptions): EmbeddedBus {
  return new SqliteBus(options);
}

class SqliteBus implements EmbeddedBus {
  readonly system = 'baton-embedded';
  readonly #options: EmbeddedBusOptions;
  readonly #clock: Clock;
  readonly #store: LogStore;
  readonly #offsets: CommittedOffsets;
  readonly #queue = new PublishQueue((records) => this.#write(records));
  readonly #checkpointer: Checkpointer;
  readonly #topics: TopicLogs;
  readonly #groups = new Map<string, ConsumerGroup>();
  readonly #subscriptions = new Set<RunningSubscription>();
  readonly #closing = new AbortController();
  readonly #apart = AsyncLocalStorage.snapshot();
  readonly #timers: readonly NodeJS.Timeout[];
  #bytesSinceCheckpoint = 0;
  #lastFailure: string | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: EmbeddedBusOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#store = new LogStore(openLogFile(options.file, options.durability ?? 'process'));
    this.#offsets = new CommittedOffsets(this.#store, this.#clock);
    this.#topics = new TopicLogs(this.#store);
    this.#checkpointer = startCheckpointer(options.file, (until) => this.#queue.hold(until));
    this.#timers = [
      setInterval(() => this.#lookAbroad(), LOOK_ABROAD_EVERY_MS).unref(),
      setInterval(() => void this.trim().catch(() => undefined), TRIM_EVERY_MS).unref(),
    ];
  }

  async ensureTopics(topics: readonly string[]): Promise<void> {
    this.#refuseWhenClosed();
    try {
      this.#topics.ensure(topics, this.#options.partitions ?? 8);
    } catch (thrown) {
      throw busUnavailable('Topics could not be created.', thrown);
    }
  }

  async publish(records: readonly EventRecord[]): Promise<void> {
    this.#refuseWhenClosed();
    if (records.length === 0) return;
    return this.#queue.add(records.map((record) => this.#place(record)));
  }

  async subscribe(subscription: Subscription): Promise<RunningSubscription> {
    this.#refuseWhenClosed();
    const member: Subscription = { ...subscription };
    const logs = member.topics.flatMap((topic) => this.#topics.of(topic));
    const durable = member.durable ?? true;
    const group = durable ? this.#durableGroup(member.group) : this.#privateGroup();
    group.join(member, logs);
    let stopped: Promise<void> | undefined;
    const running: RunningSubscription = {
      stop: () => (stopped ??= this.#leave(group, member, running)),
    };
    this.#subscriptions.add(running);
    return running;
  }

  async positions(topic: string, group?: string): Promise<readonly PartitionPosition[]> {
    this.#refuseWhenClosed();
    return this.#topics.of(topic).map((log) => {
      const committed = group === undefined ? undefined : this.#offsets.of(group, log);
      return {
        partition: log.stream.partition,
        earliest: String(log.earliest),
        next: String(log.next),
        ...(committed === undefined ? {} : { committed: String(committed) }),
      };
    });
  }

  async health(): Promise<BusHealth> {
    if (this.#closed !== undefined) return { up: false, reason: 'closed' };
    const reason = this.#lastFailure;
    if (reason === undefined) return { up: true };
    try {
      this.#store.probe();
      this.#lastFailure = undefined;
      return { up: true };
    } catch {
      return { up: false, reason };
    }
  }

  trim(): Promise<TrimReport> {
    const logs = new Map<string, PartitionLog>();
    for (const log of this.#topics.all()) logs.set(`${log.stream.topicId}/${log.stream.partition}`, log);
    return trim(
      {
        store: this.#store,
        clock: this.#clock,
        retention: { ...DEFAULT_RETENTION, ...this.#options.retention },
        activeGroups: () => new Set(this.#groups.keys()),
        size: () => this.#topics.all().reduce((sum, log) => sum + log.next - log.earliest, 0),
        next: (topicId, partition) => logs.get(`${topicId}/${partition}`)?.next ?? 0,
      },
      this.#closing.signal,
    );
  }

  limitFileSize(bytes: number): void {
    this.#store.limitPages(Math.max(1, Math.floor(bytes / PAGE_BYTES)));
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.stop()));
    this.#queue.drain();
    try {
      this.#offsets.flush();
    } catch {
      // At least once: what could not be noted is delivered again after the next start.
    }
    this.#offsets.stop();
    await this.#checkpointer.stop();
    this.#store.close();
  }

  #refuseWhenClosed(): void {
    if (this.#closed !== undefined) throw busUnavailable('The bus is closed.');
  }

  #durableGroup(name: string): ConsumerGroup {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const group = new ConsumerGroup({
      start: (log, from) => {
        const position = this.#offsets.of(name, log) ?? (from === 'latest' ? log.next : log.earliest);
        // Noted even before the first batch: it keeps `latest` where it was at the first start, and tells trimming who waits.
        this.#offsets.progress(name, log, position);
        return position;
      },
      progress: (log, position) => this.#offsets.progress(name, log, position),
      apart: this.#apart,
    });
    this.#groups.set(name, group);
    return group;
  }

  #privateGroup(): ConsumerGroup {
    return new ConsumerGroup({
      start: (log, from) => (from === 'latest' ? log.next : log.earliest),
      progress: () => undefined,
      apart: this.#apart,
    });
  }

  async #leave(group: ConsumerGroup, member: Subscription, running: RunningSubscription): Promise<void> {
    await group.leave(member);
    this.#subscriptions.delete(running);
    if (group.empty && this.#groups.get(member.group) === group) this.#groups.delete(member.group);
  }

  #place(record: EventRecord): PlacedRecord {
    const logs = this.#topics.of(record.topic);
    const limit = this.#options.maxValueBytes ?? MAX_VALUE_BYTES;
    if (record.value.length > limit) throw recordTooLarge(record.topic, record.value.length, limit);
    return {
      log: logs[partitionOf(record.key, logs.length)]!,
      key: record.key,
      headers: Object.freeze({ ...record.headers }),
      value: new Uint8Array(record.value),
    };
  }

  /** Commits records, and the progress of groups with them. Throws what SQLite throws; nothing has changed then. */
  #write(records: readonly PlacedRecord[]): void {
    let appended: Map<PartitionLog, StoredRecord[]>;
    try {
      appended = this.#store.transaction(() => {
        this.#topics.noticeForeignWrites();
        const byLog = assignOffsets(records);
        const now = this.#clock.now();
        for (const [log, stored] of byLog) this.#store.append(log.stream, stored, now);
        this.#offsets.save();
        return byLog;
      });
    } catch (thrown) {
      this.#lastFailure = thrown instanceof Error ? thrown.message : 'the log could not be written';
      throw thrown;
    }
    this.#lastFailure = undefined;
    this.#offsets.saved();
    this.#countTowardsCheckpoint(records);
    for (const [log, stored] of appended) log.appended(stored);
  }

  #lookAbroad(): void {
    try {
      this.#topics.noticeForeignWrites();
    } catch {
      // The next publish reports what is wrong with the file.
    }
  }

  #countTowardsCheckpoint(records: readonly PlacedRecord[]): void {
    for (const record of records) this.#bytesSinceCheckpoint += record.value.length + PAGE_BYTES / 4;
    if (this.#bytesSinceCheckpoint < CHECKPOINT_AT_BYTES) return;
    this.#bytesSinceCheckpoint = 0;
    this.#checkpointer.checkpoint();
  }
}

function assignOffsets(records: readonly PlacedRecord[]): Map<PartitionLog, StoredRecord[]> {
  const byLog = new Map<PartitionLog, StoredRecord[]>();
  for (const { log, key, headers, value } of records) {
    let stored = byLog.get(log);
    if (stored === undefined) byLog.set(log, (stored = []));
    stored.push({ offset: log.next + stored.length, key, headers, value });
  }
  return byLog;
}
