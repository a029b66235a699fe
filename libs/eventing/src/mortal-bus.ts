import { busUnavailable } from './bus-errors.js';
import type { DeliveredRecord, EventBus } from './event-bus.js';

/** What a process does to the bus that another could see; see `mortalBus`. */
export type BusStep = 'publish' | 'commit';

/** Called before every step; false: the process is dead, and nothing it does has any effect from now on. */
export type Lives = (step: BusStep) => boolean;

/** What groups were given and handled before a process died; the next one is given it again. */
export class Undone {
  readonly #batches = new Map<string, (readonly DeliveredRecord[])[]>();

  /** A batch was handled; its offset may or may not be committed. Keeps the last so many. */
  add(group: string, records: readonly DeliveredRecord[], most = 200): void {
    const batches = this.#batches.get(group) ?? [];
    this.#batches.set(group, batches);
    batches.push(records);
    if (batches.length > most) batches.shift();
  }

  take(group: string): readonly (readonly DeliveredRecord[])[] {
    const batches = this.#batches.get(group) ?? [];
    this.#batches.delete(group);
    return batches;
  }
}

/**
 * `bus` as a process that dies sees it: from the step on at which `lives` says no, every publish is refused and no batch is
 * acknowledged. Offsets are committed on a timer, so a death loses the last of them: whatever durable groups handled under `undone`
 * before is delivered to them again first. For tests.
 */
export function mortalBus(bus: EventBus, lives: Lives, undone: Undone): EventBus {
  const orDead = (step: BusStep): void => {
    if (!lives(step)) throw busUnavailable('The process is dead.');
  };
  return {
    system: bus.system,
    ensureTopics: (topics) => bus.ensureTopics(topics),
    publish: async (records) => {
      orDead('publish');
      await bus.publish(records);
    },
    subscribe: async (subscription) => {
      const { group, durable = true, onBatch } = subscription;
      if (!durable) return bus.subscribe(subscription);
      const handle = async (records: readonly DeliveredRecord[], signal: AbortSignal) => {
        await onBatch(records, signal);
        orDead('commit');
        undone.add(group, records);
      };
      const again = undone.take(group);
      const stopped = new AbortController();
      const redelivered = (async () => {
        for (const records of again) await handle(records, stopped.signal);
      })();
      // A death meanwhile refuses it; what is delivered afterwards is refused as well.
      redelivered.catch(() => undefined);
      const running = await bus.subscribe({
        ...subscription,
        onBatch: async (records, signal) => {
          await redelivered;
          await handle(records, signal);
        },
      });
      return {
        stop: async () => {
          stopped.abort();
          await running.stop();
        },
      };
    },
    positions: (topic, group) => bus.positions(topic, group),
    health: () => bus.health(),
    close: () => bus.close(),
  };
}
