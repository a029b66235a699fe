import { BatonError } from '@baton/kernel';
import { eventDefinitions, eventTopics, type EventDefinition } from '@baton/contracts';
import {
  catalogOf,
  decodeEvent,
  type BatonEvent,
  type EventBus,
  type RunningSubscription,
} from '@baton/eventing';
import { uuidV7 } from '@baton/kernel';

const catalog = catalogOf(eventDefinitions);

interface Waiter {
  readonly matches: (event: BatonEvent<unknown>) => boolean;
  readonly resolve: (event: BatonEvent<unknown>) => void;
}

/**
 * Follows every event from now on, by conversation. Keeps what it saw of a conversation until `forget`, so that a wait begun
 * after the event still finds it.
 */
export class EventTail {
  readonly #seen = new Map<string, BatonEvent<unknown>[]>();
  readonly #waiters = new Map<string, Set<Waiter>>();
  #subscription: RunningSubscription | undefined;

  /** Starts to follow; resolves once nothing published afterwards can be missed. */
  static async open(bus: EventBus, topics: readonly string[] = eventTopics): Promise<EventTail> {
    const tail = new EventTail();
    tail.#subscription = await bus.subscribe({
      group: `tail-${uuidV7(Date.now())}`,
      topics,
      from: 'latest',
      durable: false,
      onBatch: async (records) => {
        for (const record of records) {
          const event = decodeEvent(catalog, record);
          if (event.ok) tail.#take(event.value);
        }
      },
    });
    return tail;
  }

  /** Events of the conversation so far. */
  eventsOf(conversationId: string): readonly BatonEvent<unknown>[] {
    return this.#seen.get(conversationId) ?? [];
  }

  /** The first event of that type, seen already or to come, that fits. Rejects with `timed-out`. */
  waitFor<T>(
    conversationId: string,
    type: EventDefinition<T>,
    fits: (event: BatonEvent<T>) => boolean,
    timeoutMs: number,
  ): Promise<BatonEvent<T>> {
    const matches = (event: BatonEvent<unknown>) =>
      event.meta.type === type.type && fits(event as BatonEvent<T>);
    const known = this.eventsOf(conversationId).find(matches);
    if (known) return Promise.resolve(known as BatonEvent<T>);
    return new Promise((resolve, reject) => {
      const waiters = this.#waiters.get(conversationId) ?? new Set();
      this.#waiters.set(conversationId, waiters);
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        reject(new BatonError('timed-out', `No ${type.type} came within ${timeoutMs} ms.`));
      }, timeoutMs);
      const waiter: Waiter = {
        matches,
        resolve: (event) => {
          clearTimeout(timer);
          resolve(event as BatonEvent<T>);
        },
      };
      waiters.add(waiter);
    });
  }

  /** Drops what is kept of a conversation. */
  forget(conversationId: string): void {
    this.#seen.delete(conversationId);
    this.#waiters.delete(conversationId);
  }

  async close(): Promise<void> {
    await this.#subscription?.stop();
  }

  #take(event: BatonEvent<unknown>): void {
    const id = event.meta.correlationId;
    const seen = this.#seen.get(id) ?? [];
    if (seen.some(({ meta }) => meta.id === event.meta.id)) return;
    seen.push(event);
    this.#seen.set(id, seen);
    for (const waiter of this.#waiters.get(id) ?? []) {
      if (!waiter.matches(event)) continue;
      this.#waiters.get(id)?.delete(waiter);
      waiter.resolve(event);
    }
  }
}
