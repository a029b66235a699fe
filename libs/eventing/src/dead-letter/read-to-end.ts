import type { DeliveredRecord, EventBus, PartitionPosition } from '../event-bus.js';

export interface ReadToEnd {
  readonly bus: EventBus;
  readonly topic: string;
  readonly group: string;
  /** Whether the group's progress is kept. */
  readonly durable: boolean;
  readonly onBatch: (records: readonly DeliveredRecord[]) => Promise<void>;
}

/**
 * Delivers what a topic holds now, from where the group stands, and stops. Records that arrive meanwhile may come too. Rejects
 * with what `onBatch` threw; the batch counts as not read then.
 */
export async function readToEnd({ bus, topic, group, durable, onBatch }: ReadToEnd): Promise<void> {
  const left = new Map<number, bigint>();
  for (const position of await bus.positions(topic, group)) {
    if (startOf(position, durable) < BigInt(position.next)) {
      left.set(position.partition, BigInt(position.next));
    }
  }
  if (left.size === 0) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const subscription = await bus.subscribe({
    group,
    topics: [topic],
    from: 'earliest',
    durable,
    onBatch: async (records) => {
      try {
        await onBatch(records);
      } catch (thrown) {
        reject(thrown);
        throw thrown;
      }
      const last = records.at(-1);
      if (last === undefined) return;
      const end = left.get(last.partition);
      if (end !== undefined && BigInt(last.offset) + 1n >= end) left.delete(last.partition);
      if (left.size === 0) resolve();
    },
  });
  try {
    await promise;
  } finally {
    await subscription.stop();
  }
}

function startOf({ earliest, committed }: PartitionPosition, durable: boolean): bigint {
  const first = BigInt(earliest);
  if (!durable || committed === undefined) return first;
  return BigInt(committed) > first ? BigInt(committed) : first;
}
