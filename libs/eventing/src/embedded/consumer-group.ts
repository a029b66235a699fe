import type { Subscription } from '../event-bus.js';
import type { PartitionLog } from './partition-log.js';
import { PartitionPump } from './partition-pump.js';

/** Where a pump starts, how its progress is kept, and in what context it delivers. */
export interface GroupOffsets {
  start(log: PartitionLog, from: 'earliest' | 'latest'): number;
  progress(log: PartitionLog, position: number): void;
  /** Runs work in nobody's asynchronous context. */
  readonly apart: (work: () => void) => void;
}

/** The members of one group in this process and the partitions they share. */
export class ConsumerGroup {
  readonly #offsets: GroupOffsets;
  readonly #members: Subscription[] = [];
  readonly #pumps = new Map<PartitionLog, PartitionPump>();

  constructor(offsets: GroupOffsets) {
    this.#offsets = offsets;
  }

  get empty(): boolean {
    return this.#members.length === 0;
  }

  /** Adds a member that wants `logs`, and shares the partitions anew. */
  join(member: Subscription, logs: readonly PartitionLog[]): void {
    for (const log of logs) {
      if (this.#pumps.has(log)) continue;
      const position = this.#offsets.start(log, member.from ?? 'earliest');
      const pump = new PartitionPump(log, position, {
        onProgress: (next) => this.#offsets.progress(log, next),
        apart: this.#offsets.apart,
      });
      this.#pumps.set(log, pump);
    }
    this.#members.push(member);
    this.#share();
  }

  /** Takes a member out and resolves once it works on nothing. */
  async leave(member: Subscription): Promise<void> {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    this.#share();
    await Promise.all([...this.#pumps.values()].map((pump) => pump.releasedBy(member)));
    if (this.empty) for (const pump of this.#pumps.values()) pump.detach();
  }

  /** Member i of the n that want a topic gets its partitions i, i + n, i + 2n, … */
  #share(): void {
    const interested = new Map<string, Subscription[]>();
    for (const [{ stream }, pump] of this.#pumps) {
      let members = interested.get(stream.topic);
      if (members === undefined) {
        members = this.#members.filter((member) => member.topics.includes(stream.topic));
        interested.set(stream.topic, members);
      }
      pump.assign(members[stream.partition % Math.max(members.length, 1)]);
    }
  }
}
