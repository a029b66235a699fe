import { busUnavailable } from './bus-errors.js';
import type { EventBus, EventRecord } from './event-bus.js';

/** `bus`, except that a publish rejects with `bus-unavailable` where `fails` says so of one of its records. For tests. */
export function failingBus(bus: EventBus, fails: (record: EventRecord) => boolean): EventBus {
  return {
    system: bus.system,
    ensureTopics: (topics) => bus.ensureTopics(topics),
    publish: async (records) => {
      if (records.some(fails)) throw busUnavailable('It was told to fail.');
      await bus.publish(records);
    },
    subscribe: (subscription) => bus.subscribe(subscription),
    positions: (topic, group) => bus.positions(topic, group),
    health: () => bus.health(),
    close: () => bus.close(),
  };
}
