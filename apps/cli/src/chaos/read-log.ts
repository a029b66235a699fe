import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventDefinitions, eventTopics } from '@baton/contracts';
import { catalogOf, decodeEvent, type EventBus } from '@baton/eventing';
import { uuidV7 } from '@baton/kernel';

/** A record of the log, as often as it is there. */
export interface LoggedRecord {
  readonly id: string;
  /** Without its package. */
  readonly type: string;
  readonly topic: string;
  readonly subject: string;
  readonly correlationId: string;
  readonly source: string;
  readonly timeMs: number;
  /** Of the bytes: the same id must always say the same. */
  readonly sha256: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const catalog = catalogOf(eventDefinitions);

/** Everything the log holds, in order per topic and key. Throws where a record is no event. */
export async function readLog(bus: EventBus): Promise<readonly LoggedRecord[]> {
  await bus.ensureTopics(eventTopics);
  const left = new Map<string, bigint>();
  for (const topic of eventTopics) {
    for (const { partition, earliest, next } of await bus.positions(topic)) {
      if (BigInt(earliest) < BigInt(next)) left.set(`${topic}/${partition}`, BigInt(next));
    }
  }
  const records: LoggedRecord[] = [];
  let undecodable: string | undefined;
  const subscription = await bus.subscribe({
    group: `chaos-read-${uuidV7(Date.now())}`,
    topics: eventTopics,
    from: 'earliest',
    durable: false,
    onBatch: async (batch) => {
      for (const record of batch) {
        const event = decodeEvent(catalog, record);
        if (!event.ok) {
          undecodable = `a record of ${record.topic} is no event: ${event.error.code}`;
          continue;
        }
        const { meta, data } = event.value;
        records.push({
          id: meta.id,
          type: meta.type.slice(meta.type.lastIndexOf('.') + 1),
          topic: record.topic,
          subject: meta.subject,
          correlationId: meta.correlationId,
          source: meta.source,
          timeMs: meta.time,
          sha256: createHash('sha256').update(record.value).digest('hex'),
          data: data as Readonly<Record<string, unknown>>,
        });
        const at = `${record.topic}/${record.partition}`;
        if (BigInt(record.offset) + 1n >= (left.get(at) ?? 0n)) left.delete(at);
      }
    },
  });
  try {
    while (left.size > 0) await pause(20);
  } finally {
    await subscription.stop();
  }
  if (undecodable !== undefined) throw new Error(undecodable);
  return records;
}
