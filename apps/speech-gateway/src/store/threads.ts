import { Inject, Injectable } from '@nestjs/common';
import { commandCause, type OutboxRepository } from '@baton/persistence';
import type { Channel } from '@baton/contracts';
import { maxSeen, place, type Arrived, type Thread, type ThreadPlace } from '../domain/thread.js';

/** Injection token of the repository of threads. */
export const THREAD_REPOSITORY = Symbol('gateway.threads');

/** Which address writes in which conversation; addresses by reference. */
@Injectable()
export class Threads {
  constructor(@Inject(THREAD_REPOSITORY) private readonly repository: OutboxRepository<Thread>) {}

  async find(tenantId: string, channel: Channel, contactRef: string): Promise<Thread | undefined> {
    return (await this.repository.get(idOf(tenantId, channel, contactRef)))?.state;
  }

  /** Where a message belongs; the same for the same message. */
  async place(
    tenantId: string,
    channel: Channel,
    contactRef: string,
    arrived: Arrived,
    lasts: (conversationId: string) => boolean,
  ): Promise<ThreadPlace> {
    const cause = commandCause({
      commandId: arrived.messageId,
      tenantId,
      correlationId: arrived.fresh.conversationId,
    });
    const { state } = await this.repository.update(idOf(tenantId, channel, contactRef), cause, (thread) => ({
      state: place(thread, arrived, lasts).thread,
      events: [],
    }));
    const seen = state?.seen.find(({ messageId }) => messageId === arrived.messageId);
    return seen?.place ?? arrived.fresh;
  }

  /** A conversation moved to the address: what it writes from now on belongs there. */
  async pointTo(tenantId: string, channel: Channel, contactRef: string, to: ThreadPlace, commandId: string) {
    const cause = commandCause({ commandId, tenantId, correlationId: to.conversationId });
    await this.repository.update(idOf(tenantId, channel, contactRef), cause, (thread) => ({
      state: {
        current: to,
        seen: [...(thread?.seen ?? []), { messageId: commandId, place: to }].slice(-maxSeen),
      },
      events: [],
    }));
  }
}

function idOf(tenantId: string, channel: Channel, contactRef: string): string {
  return `${tenantId}/${channel}/${contactRef}`;
}
