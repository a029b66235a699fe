import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CheckpointSigned } from '@baton/contracts';
import { catalogOf, decodeEvent, openEmbeddedBus, type BatonEvent, type EventBus } from '@baton/eventing';

/** The checkpoints the embedded bus of a data folder still has, by tenant: what everybody was told the log was. */
export async function announcedCheckpoints(dataDir: string): Promise<Map<string, string[]>> {
  const file = join(dataDir, 'bus.db');
  if (!existsSync(file)) return new Map();
  const bus = openEmbeddedBus({ file });
  try {
    return await readAnnounced(bus);
  } finally {
    await bus.close();
  }
}

async function readAnnounced(bus: EventBus): Promise<Map<string, string[]>> {
  const { topic } = CheckpointSigned;
  const catalog = catalogOf([CheckpointSigned]);
  await bus.ensureTopics([topic]);
  const notes = new Map<string, string[]>();
  const ends = new Map<number, bigint>();
  for (const { partition, earliest, next } of await bus.positions(topic)) {
    if (BigInt(earliest) < BigInt(next)) ends.set(partition, BigInt(next));
  }
  if (ends.size === 0) return notes;
  const { promise: atEnd, resolve } = Promise.withResolvers<void>();
  const subscription = await bus.subscribe({
    group: 'audit-verify',
    durable: false,
    topics: [topic],
    onBatch: async (records) => {
      for (const record of records) {
        const event = decodeEvent(catalog, record);
        if (!event.ok) continue;
        const { meta, data } = event.value as BatonEvent<CheckpointSigned>;
        const known = notes.get(meta.tenantId);
        if (known === undefined) notes.set(meta.tenantId, [data.note]);
        else known.push(data.note);
      }
      const last = records.at(-1);
      const end = last === undefined ? undefined : ends.get(last.partition);
      if (last !== undefined && end !== undefined && BigInt(last.offset) + 1n >= end)
        ends.delete(last.partition);
      if (ends.size === 0) resolve();
    },
  });
  await atEnd;
  await subscription.stop();
  return notes;
}
