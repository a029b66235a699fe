import { eventDefinitions } from '@baton/contracts';
import {
  catalogOf,
  startConsumer,
  type BatchHandler,
  type EventHandler,
  type RunningConsumer,
} from '@baton/eventing';
import { count, tally } from '@baton/telemetry';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Check } from './health.js';
import type { Platform } from './platform.js';
import type { BatonService } from './service-definition.js';

/** The consumers of one service. */
export interface RunningHandlers {
  check(): Check;
  stop(): Promise<void>;
}

const catalog = catalogOf(eventDefinitions);

/** Subscribes the service's handlers: one durable group for all replicas, and a live tail of its own where it wants one. */
export async function startHandlers(
  service: BatonService,
  platform: Platform,
  app: INestApplicationContext,
): Promise<RunningHandlers> {
  const resolve = (types: readonly Type<EventHandler | BatchHandler>[] = []) =>
    types.map((type) => app.get(type, { strict: false }));
  const consumers: RunningConsumer[] = [];
  const tallies = new Map<string, () => void>();
  const handled = (type: string) => {
    const known = tallies.get(type);
    if (known) return known();
    const made = tally('baton.events.handled', { service: service.name, type });
    tallies.set(type, made);
    made();
  };
  const durable = resolve(service.handlers);
  if (durable.length > 0) consumers.push(await start(durable, true));
  const live = resolve(service.liveHandlers);
  if (live.length > 0) consumers.push(await start(live, false));

  function start(
    handlers: readonly (EventHandler | BatchHandler)[],
    durableGroup: boolean,
  ): Promise<RunningConsumer> {
    return startConsumer({
      bus: platform.bus,
      catalog,
      service: service.name,
      ...(durableGroup
        ? {}
        : { group: `${service.name}-live-${platform.instanceId}`, durable: false, from: 'latest' }),
      handlers,
      background: service.background ?? false,
      clock: platform.clock,
      logger: platform.logger,
      metrics: {
        handled,
        deadLettered: (type, code) =>
          count('baton.events.dead_lettered', { service: service.name, type, code }),
      },
    });
  }
  return {
    check: () => {
      for (const consumer of consumers) {
        const health = consumer.health();
        if (health.degraded) return { up: false, reason: `waiting: ${health.code}` };
      }
      return { up: true };
    },
    stop: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
  };
}
