import { BatonError, type Clock } from '@baton/kernel';
import type { EventCatalog } from '../catalog.js';
import { deadLetterOf, DL, type DeadLetterCause } from '../dead-letter/dead-letter.js';
import { decodeEvent } from '../decode-event.js';
import type { BatonEvent } from '../envelope.js';
import type { DeliveredRecord, EventBus } from '../event-bus.js';
import { CE } from '../header-names.js';
import type { EventType } from '../event-type.js';
import type { Logger } from '../logger.js';
import { attempt, type AttemptRules } from './attempt.js';
import type { InfrastructureWaits } from './consumer-health.js';
import type { ConsumerMetrics } from './consumer-metrics.js';
import { isBatchHandler, type BatchHandler, type EventHandler } from './event-handler.js';
import { inHandlingSpan, startHandlingSpans } from './handling-span.js';
import type { Limiter } from './limiter.js';
import type { RetryPolicy, Sleep } from './retry-policy.js';

export interface ProcessorParts {
  readonly bus: EventBus;
  readonly catalog: EventCatalog;
  readonly service: string;
  readonly handlers: readonly (EventHandler | BatchHandler)[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ConsumerMetrics;
  readonly retry: RetryPolicy;
  readonly maxAheadMs: number | undefined;
  readonly limiter: Limiter;
  readonly waits: InfrastructureWaits;
  readonly sleep: Sleep;
  readonly random: () => number;
}

interface Decoded {
  readonly record: DeliveredRecord;
  readonly event: BatonEvent<unknown>;
}
interface Faulty {
  readonly record: DeliveredRecord;
  readonly cause: DeadLetterCause;
}

/** Takes one batch of one partition through decoding, handlers, retries and dead letters. */
export class RecordProcessor {
  readonly #parts: ProcessorParts;
  readonly #byType = new Map<string, EventHandler[]>();
  readonly #byTopic = new Map<string, BatchHandler[]>();
  /** Topics a batch handler takes every type of, and the types others of them name. */
  readonly #wholeTopics = new Set<string>();
  readonly #namedTypes = new Set<string>();

  constructor(parts: ProcessorParts) {
    this.#parts = parts;
    for (const handler of parts.handlers) {
      if (isBatchHandler(handler)) {
        for (const topic of handler.topics) {
          append(this.#byTopic, topic, handler);
          if (handler.types === undefined) this.#wholeTopics.add(topic);
        }
        for (const { type } of handler.types ?? []) this.#namedTypes.add(type);
      } else {
        append(this.#byType, handler.type.type, handler);
        this.#namedTypes.add(handler.type.type);
      }
    }
  }

  /** Resolves when every record is handled, skipped or a dead letter; rejects where `signal` aborted before that. */
  async process(records: readonly DeliveredRecord[], signal: AbortSignal): Promise<void> {
    const items: (Decoded | Faulty)[] = [];
    for (const record of records) if (this.#wanted(record)) items.push(this.#decode(record));
    if (items.length < records.length) this.#parts.metrics.skipped?.(records.length - items.length);
    await this.#inLanes(items, signal);
    const topic = records[0]?.topic;
    const batchHandlers = topic === undefined ? undefined : this.#byTopic.get(topic);
    if (batchHandlers === undefined) return;
    const decoded = items.filter((item) => 'event' in item);
    for (const handler of batchHandlers) {
      const { types } = handler;
      const some = types ? decoded.filter(({ event }) => isOneOf(types, event.meta.type)) : decoded;
      if (some.length > 0) await this.#handleBatch(handler, some, signal);
    }
  }

  /** In order per key, different keys at once. */
  async #inLanes(items: readonly (Decoded | Faulty)[], signal: AbortSignal): Promise<void> {
    const lanes = new Map<string, (Decoded | Faulty)[]>();
    for (const item of items) {
      if ('cause' in item || this.#byType.has(item.event.meta.type)) append(lanes, item.record.key, item);
    }
    if (lanes.size === 0) return;
    const run = (lane: readonly (Decoded | Faulty)[]) =>
      this.#parts.limiter.run(async () => {
        for (const item of lane) await this.#settle(item, signal);
      });
    if (lanes.size === 1) {
      for (const lane of lanes.values()) await run(lane);
      return;
    }
    // All lanes come to rest before the batch is refused: nothing may still run when its records are delivered again.
    const results = await Promise.allSettled(Array.from(lanes.values(), run));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** Decided by headers alone: most records of a topic concern most services not at all. */
  #wanted({ topic, headers }: DeliveredRecord): boolean {
    const only = headers[DL.replayFor];
    if (only !== undefined && only !== this.#parts.service) return false;
    if (this.#wholeTopics.has(topic)) return true;
    const type = headers[CE.type];
    return !type || this.#namedTypes.has(type) || this.#parts.catalog.find(type) === undefined;
  }

  #decode(record: DeliveredRecord): Decoded | Faulty {
    const { catalog, clock, maxAheadMs, metrics } = this.#parts;
    const now = clock.now();
    const result = decodeEvent(catalog, record, { now, ...(maxAheadMs === undefined ? {} : { maxAheadMs }) });
    if (!result.ok) {
      return { record, cause: { code: result.error.code, message: result.error.detail, attempts: 0 } };
    }
    metrics.delayed?.(record.topic, now - result.value.meta.time);
    return { record, event: result.value };
  }

  async #settle(item: Decoded | Faulty, signal: AbortSignal): Promise<void> {
    if ('cause' in item) return this.#bury(item.record, item.cause, signal);
    const { record, event } = item;
    const { service, bus, clock, metrics } = this.#parts;
    const { meta } = event;
    for (const handler of this.#byType.get(meta.type) ?? []) {
      const began = clock.now();
      const work = () =>
        inHandlingSpan({ service, system: bus.system, meta, record }, () => handler.handle(event));
      signal.throwIfAborted();
      try {
        await work();
      } catch (thrown) {
        const givenUp = await attempt(work, this.#rules(meta.type), signal, { thrown });
        if (givenUp !== undefined) return this.#bury(record, givenUp, signal);
      }
      metrics.handled?.(meta.type, clock.now() - began);
    }
  }

  async #handleBatch(handler: BatchHandler, items: readonly Decoded[], signal: AbortSignal): Promise<void> {
    const { topic } = items[0]!.record;
    const { service, bus, clock, metrics, retry } = this.#parts;
    const call = (some: readonly Decoded[]) => async () => {
      const subjects = some.map(({ event: { meta }, record }) => ({
        service,
        system: bus.system,
        meta,
        record,
      }));
      const end = startHandlingSpans(subjects);
      try {
        await handler.handleBatch(
          some.map((item) => item.event),
          some.map((item) => item.record),
        );
        end();
      } catch (thrown) {
        end({ thrown });
        throw thrown;
      }
    };
    const began = clock.now();
    const failed = await attempt(call(items), this.#rules(topic), signal);
    if (failed === undefined) {
      for (const { event } of items) metrics.handled?.(event.meta.type, clock.now() - began);
      return;
    }
    // One event may have spoilt the batch: each gets a try of its own, so that only the bad ones are given up.
    const alone: AttemptRules = { ...this.#rules(topic), retry: { ...retry, attempts: 1 } };
    for (const item of items) {
      const givenUp = items.length === 1 ? failed : await attempt(call([item]), alone, signal);
      if (givenUp === undefined) metrics.handled?.(item.event.meta.type, clock.now() - began);
      else {
        const attempts = items.length === 1 ? failed.attempts : failed.attempts + givenUp.attempts;
        await this.#bury(item.record, { ...givenUp, attempts }, signal);
      }
    }
  }

  /** Writes the dead letter, for as long as it takes: a record is acknowledged only once it is safe somewhere. */
  async #bury(record: DeliveredRecord, cause: DeadLetterCause, signal: AbortSignal): Promise<void> {
    const { bus, service, clock, logger, metrics } = this.#parts;
    const letter = deadLetterOf(service, record, cause, clock.now());
    const type = record.headers[CE.type] ?? '';
    const refused = await attempt(() => bus.publish([letter]), this.#rules(type), signal);
    const where = { topic: record.topic, partition: record.partition, offset: record.offset };
    if (refused !== undefined) {
      logger.error(
        { ...where, code: refused.code },
        'A dead letter was refused; its partition stands still.',
      );
      throw new BatonError('dead-letter-refused', refused.message, { retriable: true });
    }
    logger.warn({ ...where, code: cause.code, attempts: cause.attempts }, 'A record became a dead letter.');
    metrics.deadLettered?.(type, cause.code);
  }

  #rules(type: string): AttemptRules {
    const { retry, sleep, random, waits, logger, metrics } = this.#parts;
    return { retry, sleep, random, waits, logger, onRetry: (code) => metrics.retried?.(type, code) };
  }
}

function isOneOf(types: readonly EventType<unknown>[], name: string): boolean {
  return types.some(({ type }) => type === name);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
