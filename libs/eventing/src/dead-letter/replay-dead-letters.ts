import type { DeliveredRecord, EventBus, EventRecord } from '../event-bus.js';
import { deadLetterTopic, DL, originalHeaders } from './dead-letter.js';
import { readToEnd } from './read-to-end.js';

export interface ReplayReport {
  readonly replayed: number;
  /** Dead letters that do not say where they came from; they stay where they are. */
  readonly strays: number;
}

/** The group whose committed offset says which dead letters were put back. */
export function replayGroup(service: string): string {
  return `${service}.dead-letter-replay`;
}

/**
 * Puts every dead letter of a service that was not replayed yet back on its topic, in order per key, for that service alone.
 * Replaying twice is replaying once. A crash in the middle may put some back twice, with the same event id, which consumers drop.
 * What fails again becomes a new dead letter.
 */
export async function replayDeadLetters(bus: EventBus, service: string): Promise<ReplayReport> {
  const topic = deadLetterTopic(service);
  await bus.ensureTopics([topic]);
  let replayed = 0;
  let strays = 0;
  await readToEnd({
    bus,
    topic,
    group: replayGroup(service),
    durable: true,
    onBatch: async (letters) => {
      const originals = letters.flatMap((letter) => original(letter, service) ?? []);
      await bus.publish(originals);
      replayed += originals.length;
      strays += letters.length - originals.length;
    },
  });
  return { replayed, strays };
}

function original(letter: DeliveredRecord, service: string): EventRecord | undefined {
  const topic = letter.headers[DL.topic];
  if (!topic) return undefined;
  return {
    topic,
    key: letter.key,
    headers: { ...originalHeaders(letter.headers), [DL.replayFor]: service },
    value: letter.value,
  };
}
