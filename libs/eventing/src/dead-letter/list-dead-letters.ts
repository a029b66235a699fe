import type { DeliveredRecord, EventBus } from '../event-bus.js';
import { CE } from '../header-names.js';
import { deadLetterTopic, DL } from './dead-letter.js';
import { readToEnd } from './read-to-end.js';
import { replayGroup } from './replay-dead-letters.js';

/** What could not be processed, where it came from and why. */
export interface DeadLetter {
  /** `ce_id`, empty where the record had none. */
  readonly id: string;
  /** `ce_type`, empty where the record had none. */
  readonly type: string;
  readonly key: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly attempts: number;
  readonly code: string;
  readonly message: string;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  /** Whether it was put back already. */
  readonly replayed: boolean;
  /** As it lies in the dead-letter topic. */
  readonly record: DeliveredRecord;
}

/** All dead letters of a service that are still kept, oldest first. */
export async function listDeadLetters(bus: EventBus, service: string): Promise<DeadLetter[]> {
  const topic = deadLetterTopic(service);
  await bus.ensureTopics([topic]);
  const replayedUpTo = new Map<number, bigint>();
  for (const { partition, committed } of await bus.positions(topic, replayGroup(service))) {
    replayedUpTo.set(partition, BigInt(committed ?? 0));
  }
  const letters = new Map<string, DeadLetter>();
  await readToEnd({
    bus,
    topic,
    group: `${service}.dead-letter-list`,
    durable: false,
    onBatch: async (records) => {
      for (const record of records) {
        const replayed = BigInt(record.offset) < (replayedUpTo.get(record.partition) ?? 0n);
        letters.set(`${record.partition}/${record.offset}`, deadLetter(record, replayed));
      }
    },
  });
  return [...letters.values()].sort((a, b) => a.time - b.time);
}

function deadLetter(record: DeliveredRecord, replayed: boolean): DeadLetter {
  const header = (name: string) => record.headers[name] ?? '';
  return {
    id: header(CE.id),
    type: header(CE.type),
    key: record.key,
    topic: header(DL.topic),
    partition: Number(header(DL.partition)),
    offset: header(DL.offset),
    attempts: Number(header(DL.attempts)),
    code: header(DL.code),
    message: header(DL.message),
    time: Date.parse(header(DL.time)),
    replayed,
    record,
  };
}
