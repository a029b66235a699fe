import { unknownTopic } from '../bus-errors.js';
import type { LogStore } from './log-store.js';
import { PartitionLog } from './partition-log.js';

/** The topics of the file, each as its partitions. */
export class TopicLogs {
  readonly #store: LogStore;
  readonly #topics = new Map<string, PartitionLog[]>();
  #dataVersion: number;

  constructor(store: LogStore) {
    this.#store = store;
    this.#dataVersion = store.dataVersion();
    this.#load();
  }

  /** Partitions of `topic`, by number. Throws `unknown-topic`. */
  of(topic: string): readonly PartitionLog[] {
    const logs = this.#topics.get(topic);
    if (logs === undefined) throw unknownTopic(topic);
    return logs;
  }

  all(): PartitionLog[] {
    return [...this.#topics.values()].flat();
  }

  /** Creates what is missing. Throws what SQLite throws. */
  ensure(topics: readonly string[], partitions: number): void {
    if (topics.every((topic) => this.#topics.has(topic))) return;
    this.#store.createTopics(topics, partitions);
    this.#load();
  }

  /** Looks at the file again where another connection wrote to it. Throws what SQLite throws. */
  noticeForeignWrites(): void {
    const version = this.#store.dataVersion();
    if (version === this.#dataVersion) return;
    this.#dataVersion = version;
    this.#load();
    for (const log of this.all()) log.reload();
  }

  #load(): void {
    for (const { id, name, partitions } of this.#store.topics()) {
      if (this.#topics.has(name)) continue;
      const numbers = Array.from({ length: partitions }, (_, partition) => partition);
      this.#topics.set(
        name,
        numbers.map((partition) => new PartitionLog(this.#store, { topicId: id, topic: name, partition })),
      );
    }
  }
}
