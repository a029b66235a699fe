import { systemClock, type Clock } from '@baton/kernel';
import type { EventCatalog } from '../catalog.js';
import { deadLetterTopic } from '../dead-letter/dead-letter.js';
import type { EventBus, RunningSubscription } from '../event-bus.js';
import { silentLogger, type Logger } from '../logger.js';
import { attempt } from './attempt.js';
import { InfrastructureWaits, type ConsumerHealth } from './consumer-health.js';
import type { ConsumerMetrics } from './consumer-metrics.js';
import { isBatchHandler, type BatchHandler, type EventHandler } from './event-handler.js';
import { Limiter } from './limiter.js';
import { RecordProcessor } from './record-processor.js';
import { DEFAULT_RETRY, systemSleep, type RetryPolicy, type Sleep } from './retry-policy.js';

export interface ConsumerOptions {
  readonly bus: EventBus;
  readonly catalog: EventCatalog;
  /** Name of the service: consumer group, and the name in the dead-letter topic. */
  readonly service: string;
  readonly handlers: readonly (EventHandler | BatchHandler)[];
  /** Consumer group, where it is not the service's name: a replica that wants every event for itself. */
  readonly group?: string;
  /** See `Subscription.durable`. Default true. */
  readonly durable?: boolean;
  /** See `Subscription.background`. Default false. */
  readonly background?: boolean;
  /** Where the service starts when it never ran before. Default `earliest`. */
  readonly from?: 'earliest' | 'latest';
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly metrics?: ConsumerMetrics;
  readonly retry?: Partial<RetryPolicy>;
  /** Keys handled at the same time, over all partitions. Default 64. */
  readonly concurrency?: number;
  /** How far an event's time may be ahead of the clock, in milliseconds, before it is a dead letter. Default five minutes. */
  readonly maxAheadMs?: number;
  /** Stops the consumer when it aborts. */
  readonly signal?: AbortSignal;
  /** How waiting is done; tests pass their own. */
  readonly sleep?: Sleep;
  /** Spreads retries; in [0, 1). Default `Math.random`. */
  readonly random?: () => number;
}

export interface RunningConsumer {
  health(): ConsumerHealth;
  /** Stops delivery; resolves once running handlers are done. What was not finished is delivered again at the next start. */
  stop(): Promise<void>;
}

/**
 * Delivers events to a service's handlers: in order per key, different keys at once; retries inside, then dead letters
 * (`baton.dead-letter.<service>.v1`). A record is acknowledged when its handlers are done or its dead letter is written. Creates
 * the topics it needs. While the bus is away it waits; rejects only where `signal` aborts first or a topic cannot exist.
 */
export async function startConsumer(options: ConsumerOptions): Promise<RunningConsumer> {
  const { bus, service, handlers, logger = silentLogger, from = 'earliest' } = options;
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  const sleep = options.sleep ?? systemSleep;
  const random = options.random ?? Math.random;
  const waits = new InfrastructureWaits();
  const signal = options.signal ?? new AbortController().signal;
  const processor = new RecordProcessor({
    bus,
    catalog: options.catalog,
    service,
    handlers,
    clock: options.clock ?? systemClock,
    logger,
    metrics: options.metrics ?? {},
    retry,
    maxAheadMs: options.maxAheadMs,
    limiter: new Limiter(options.concurrency ?? 64),
    waits,
    sleep,
    random,
  });
  const topics = topicsOf(handlers);
  let subscription: RunningSubscription | undefined;
  const start = async (): Promise<void> => {
    await bus.ensureTopics([...topics, deadLetterTopic(service)]);
    if (topics.length === 0) return;
    subscription = await bus.subscribe({
      group: options.group ?? service,
      topics,
      from,
      durable: options.durable ?? true,
      background: options.background ?? false,
      onBatch: (records, moved) => processor.process(records, moved),
    });
  };
  let refused: unknown;
  const keepCause = () =>
    start().catch((thrown: unknown) => {
      refused = thrown;
      throw thrown;
    });
  const givenUp = await attempt(
    keepCause,
    { retry, sleep, random, waits, logger, onRetry: () => undefined },
    signal,
  );
  if (givenUp !== undefined) throw refused;

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= subscription?.stop() ?? Promise.resolve());
  if (signal.aborted) await stop();
  signal.addEventListener('abort', () => void stop(), { once: true });
  return { health: () => waits.health, stop };
}

function topicsOf(handlers: readonly (EventHandler | BatchHandler)[]): string[] {
  return [
    ...new Set(
      handlers.flatMap((handler) => (isBatchHandler(handler) ? handler.topics : [handler.type.topic])),
    ),
  ];
}
