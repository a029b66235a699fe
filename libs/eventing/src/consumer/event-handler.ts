import type { BatonEvent } from '../envelope.js';
import type { DeliveredRecord } from '../event-bus.js';
import type { EventType } from '../event-type.js';

/**
 * What a service does on one kind of event. Called in order per key, for different keys at the same time; again after a failure
 * or a crash, so it must tolerate repeats (`event.meta.id` stays the same).
 *
 * What it throws decides: `BatonError` with `retriable: false` goes to the dead letters at once; `store-unavailable` and
 * `bus-unavailable` are waited out; anything else is tried again a few times, then goes to the dead letters.
 */
export interface EventHandler<T = unknown> {
  readonly type: EventType<T>;
  handle(event: BatonEvent<T>): Promise<void>;
}

/** Takes every event of some topics, a batch of one partition at a time, in order. For who records rather than reacts. */
export interface BatchHandler {
  readonly topics: readonly string[];
  /** Of these types only. Default: every type of the topics. */
  readonly types?: readonly EventType<unknown>[];
  /** `records[i]` is what `events[i]` was decoded from. Same rules for failures as `EventHandler`. */
  handleBatch(events: readonly BatonEvent<unknown>[], records: readonly DeliveredRecord[]): Promise<void>;
}

export function isBatchHandler(handler: EventHandler | BatchHandler): handler is BatchHandler {
  return 'handleBatch' in handler;
}
