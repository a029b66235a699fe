import { Inject, Injectable } from '@nestjs/common';
import { Channel } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { DeadlineRunner, eventCause, type DueDeadline, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { attempted, begun, type WriteBack } from '../domain/crm/write-back.js';
import { channelsOf } from '../domain/timeline.js';
import { Conversations } from '../store/conversations.js';
import { Crm } from './crm.js';

/** Injection token of the repository of write-backs. */
export const WRITE_BACK_REPOSITORY = Symbol('context.write-backs');

/** Tells the CRM what came of a handoff: kept until it is taken, told again after growing pauses, under one idempotency key. */
@Injectable()
export class WriteBacks {
  constructor(
    @Inject(WRITE_BACK_REPOSITORY) private readonly repository: OutboxRepository<WriteBack>,
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Crm) private readonly crm: Crm,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    const runner = new DeadlineRunner<WriteBack>({
      repository,
      clock: platform.clock,
      onDeadline: (due) => this.#tell(due),
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'an outcome will be told to the CRM again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }

  async begin(meta: EventMeta, about: Parameters<typeof begun>[0]): Promise<void> {
    if (!this.platform.packs.current(meta.tenantId).crm?.writeBack) return;
    const now = this.platform.clock.now();
    await this.repository.update(`${meta.tenantId}/${about.handoffId}`, eventCause(meta), (known) =>
      known ? undefined : begun(about, now),
    );
  }

  async #tell({ id, state, cause }: DueDeadline<WriteBack>): Promise<void> {
    const reply = await this.crm.tell(cause.tenantId, await this.#valuesOf(state), state.handoffId);
    // A pack that names no write-back any more wants no outcome told.
    const failed = reply === undefined ? 'not-configured' : reply.ok ? undefined : reply.error;
    await this.repository.update(id, cause, (before) => attempted(before, failed, this.platform.clock.now()));
  }

  async #valuesOf(about: WriteBack): Promise<Record<string, string>> {
    const { conversationId, handoffId, outcome, disposition, agentId } = about;
    const conversation = await this.conversations.find(conversationId);
    const channel = conversation && channelsOf(conversation).at(-1);
    return {
      ...{ conversationId, handoffId, outcome, disposition, agentId },
      customerId: conversation?.customer.customerId ?? '',
      channel: (channel ?? Channel.CHANNEL_UNSPECIFIED).replace('CHANNEL_', '').toLowerCase(),
      summary: conversation?.assist?.summary ?? '',
      startedAt: isoOf(conversation?.startedAt),
      endedAt: isoOf(conversation?.endedAt),
    };
  }
}

function isoOf(at = 0): string {
  return at === 0 ? '' : new Date(at).toISOString();
}
