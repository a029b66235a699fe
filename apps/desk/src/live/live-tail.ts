import { Inject, Injectable } from '@nestjs/common';
import { eventDefinitions, HandoffRequested, AgentReserved } from '@baton/contracts';
import {
  catalogOf,
  decodeEvent,
  type BatonEvent,
  type DeliveredRecord,
  type RunningSubscription,
} from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { LiveClients } from './live-clients.js';
import { LivePushes } from './live-pushes.js';

const catalog = catalogOf(eventDefinitions);
/** Every topic whose records are keyed by what a page can follow. */
const topics = [...new Set(eventDefinitions.filter(({ key }) => key !== 'tenant').map(({ topic }) => topic))];
/** What all pages of a tenant hear of, whichever conversation it is. */
const heardByAll: ReadonlySet<string> = new Set([HandoffRequested.topic, AgentReserved.topic]);
const utf8 = new TextDecoder();

/**
 * This process's own tail of the bus: from now on, nothing kept, every replica for itself. Most of what passes concerns no
 * page that is open here; that is seen by the key, before anything is decoded. What does not decode is left to those who
 * answer for it: a view has no dead letters.
 */
@Injectable()
export class LiveTail {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(LivePushes) private readonly pushes: LivePushes,
  ) {
    let subscription: RunningSubscription | undefined;
    platform.runInBackground({
      start: async () => {
        subscription = await platform.bus.subscribe({
          group: `desk-live-${platform.instanceId}`,
          topics,
          from: 'latest',
          durable: false,
          onBatch: async (records) => records.forEach((record) => this.#take(record)),
        });
      },
      stop: async () => subscription?.stop(),
    });
  }

  #take(record: DeliveredRecord): void {
    if (this.clients.size === 0) return;
    if (!heardByAll.has(record.topic) && !this.clients.isFollowed(record.key)) return;
    const decoded = decodeEvent(catalog, record);
    if (!decoded.ok) return;
    try {
      this.#pushEvent(decoded.value, record);
      this.pushes.take(decoded.value);
    } catch (thrown) {
      this.platform.logger.error(
        { err: thrown, type: decoded.value.meta.type },
        'an event could not be shown',
      );
    }
  }

  #pushEvent({ meta }: BatonEvent<unknown>, { value }: DeliveredRecord): void {
    const watching = this.clients
      .following(meta.correlationId)
      .filter(({ watched }) => watched === meta.correlationId);
    if (watching.length === 0) return;
    const { id, type, time: timeMs, source } = meta;
    this.clients.push(watching, {
      type: 'event',
      conversationId: meta.correlationId,
      event: { id, type, timeMs, source, data: JSON.parse(utf8.decode(value)) as unknown },
    });
  }
}
