import type { Offsets } from 'kafkajs';

export type CommitOffsets = (offsets: Offsets) => Promise<void>;

/** How often progress is committed, in milliseconds: off the latency path, and what a crash makes come again. */
const COMMIT_EVERY_MS = 300;

interface Progress {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** Progress of the partitions a member owns, committed on a timer. */
export class OffsetCommits {
  readonly #durable: boolean;
  readonly #dirty = new Map<string, Progress>();
  #commit: CommitOffsets | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(durable: boolean) {
    this.#durable = durable;
  }

  /** How to commit as the present member of the group; undefined while there is none. */
  use(commit: CommitOffsets | undefined): void {
    this.#commit = commit;
  }

  progress(topic: string, partition: number, offset: number): void {
    if (!this.#durable) return;
    this.#dirty.set(`${topic}/${partition}`, { topic, partition, offset });
    this.#timer ??= setTimeout(() => void this.flush(), COMMIT_EVERY_MS);
  }

  /** Kafka checks the member's generation, not what it owns: progress of a lost partition must not be committed later. */
  forget(topic: string, partition: number): void {
    this.#dirty.delete(`${topic}/${partition}`);
  }

  /** Commits what is there now. What fails stays for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(() => this.#flushNow());
    return this.#running;
  }

  async #flushNow(): Promise<void> {
    const taken = [...this.#dirty.values()];
    if (taken.length === 0 || this.#commit === undefined) return;
    try {
      await this.#commit({ topics: byTopic(taken) });
      for (const progress of taken) {
        const key = `${progress.topic}/${progress.partition}`;
        if (this.#dirty.get(key) === progress) this.#dirty.delete(key);
      }
    } catch {
      // A rebalance or a broker that is away. Delivery goes on; at worst records come again.
      this.#timer ??= setTimeout(() => void this.flush(), COMMIT_EVERY_MS);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty.clear();
  }
}

function byTopic(taken: readonly Progress[]): Offsets['topics'] {
  const topics = new Map<string, { partition: number; offset: string }[]>();
  for (const { topic, partition, offset } of taken) {
    const partitions = topics.get(topic) ?? [];
    partitions.push({ partition, offset: String(offset) });
    topics.set(topic, partitions);
  }
  return [...topics].map(([topic, partitions]) => ({ topic, partitions }));
}
