import { BatonError } from '@baton/kernel';
import type { EventType } from './event-type.js';

/** Every event type a process knows, by name. */
export interface EventCatalog {
  /** The type named `type`, or undefined where nobody declared it. */
  find(type: string): EventType<unknown> | undefined;
  /** Topics of all types, each once. */
  readonly topics: readonly string[];
}

/** A catalog of `types`. Throws `duplicate-event-type` where one name stands for two types. */
export function catalogOf(types: readonly EventType<unknown>[]): EventCatalog {
  const byName = new Map<string, EventType<unknown>>();
  for (const type of types) {
    const known = byName.get(type.type);
    if (known !== undefined && known !== type) {
      throw new BatonError('duplicate-event-type', `Two event types are named ${type.type}.`);
    }
    byName.set(type.type, type);
  }
  return {
    find: (type) => byName.get(type),
    topics: [...new Set(types.map((type) => type.topic))],
  };
}
