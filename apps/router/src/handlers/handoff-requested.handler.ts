import { Inject, Injectable } from '@nestjs/common';
import { HandoffKind, HandoffRequested } from '@baton/contracts';
import type { BatonEvent, EventHandler, EventMeta } from '@baton/eventing';
import { goesOnWith, takeoverBegun } from '../domain/deciding/course.js';
import { successorQueued } from '../domain/handoff/follow-transfer.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The caller waits by another handoff now: the agent who passed them on is done. */
@Injectable()
export class HandoffRequestedHandler implements EventHandler<HandoffRequested> {
  readonly type = HandoffRequested;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffRequested>): Promise<void> {
    const { handoffId, kind, previousHandoffId } = data;
    if (kind === HandoffKind.HANDOFF_KIND_TAKEOVER) return this.#takesOver(meta, handoffId);
    const isTransfer = kind === HandoffKind.HANDOFF_KIND_TRANSFER;
    if (!isTransfer && kind !== HandoffKind.HANDOFF_KIND_CALLBACK) return;
    // It may be over by now, because a supervisor came between or the caller left.
    const isOpen = (await this.handoffs.find(handoffId))?.open === true;
    await this.conversations.onEvent(meta, (conversation) =>
      isOpen ? goesOnWith(conversation, handoffId, meta.time) : undefined,
    );
    if (!isTransfer || !previousHandoffId) return;
    await this.handoffs.onEvent(previousHandoffId, meta, (handoff, view) =>
      successorQueued(handoff, handoffId, view),
    );
  }

  async #takesOver(meta: EventMeta, handoffId: string): Promise<void> {
    const conversation = await this.conversations.onEvent(meta, (known) => takeoverBegun(known, handoffId));
    if (conversation?.ended) await this.handoffs.callerLeft(handoffId, meta);
  }
}
