import { Inject, Injectable } from '@nestjs/common';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type OutboxRepository } from '@baton/persistence';
import { withCall, type HandleTime } from '../floor/handle-times.js';
import { Floor } from '../floor/floor.js';
import { HANDLE_TIME_REPOSITORY } from './tokens.js';

/** How long calls take, a queue a document. */
interface QueueHandleTime extends HandleTime {
  readonly tenantId: string;
  readonly queue: string;
}

/** Handle times as measured, over restarts. Every change is shown to the floor. */
@Injectable()
export class HandleTimes {
  constructor(
    @Inject(HANDLE_TIME_REPOSITORY) private readonly repository: OutboxRepository<QueueHandleTime>,
    @Inject(Floor) private readonly floor: Floor,
  ) {}

  /** An agent is done with a call of this queue. */
  async done(meta: EventMeta, queue: string, handledMs: number): Promise<void> {
    const { tenantId } = meta;
    const { state } = await this.repository.update(`${tenantId}/${queue}`, eventCause(meta), (known) => ({
      state: { tenantId, queue, ...withCall(known, handledMs) },
      events: [],
    }));
    if (state) this.#show(state);
  }

  /** Shows the floor all that is stored. */
  async learnAll(): Promise<void> {
    const found = await this.repository.find({ limit: 100_000 });
    for (const { state } of found) this.#show(state);
  }

  #show({ tenantId, queue, count, meanMs }: QueueHandleTime): void {
    this.floor.learnHandleTime(tenantId, queue, { count, meanMs });
  }
}
