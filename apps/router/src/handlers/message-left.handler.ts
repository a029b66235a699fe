import { Inject, Injectable } from '@nestjs/common';
import { MessageLeft } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { takeMessage } from '../domain/handoff/take-message.js';
import { Handoffs } from '../store/handoffs.js';
import { Conversations } from '../store/conversations.js';

/** The caller left a message instead of waiting. */
@Injectable()
export class MessageLeftHandler implements EventHandler<MessageLeft> {
  readonly type = MessageLeft;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  /** The gateway need not know the handoff: it may not have begun when the caller was told that nobody is there. */
  async handle({ meta, data }: BatonEvent<MessageLeft>): Promise<void> {
    const { text, language } = data;
    const handoffId = data.handoffId || (await this.conversations.find(meta.subject))?.handoff?.handoffId;
    if (handoffId === undefined) return;
    await this.handoffs.onEvent(handoffId, meta, (handoff, { now }) =>
      takeMessage(handoff, { text, language }, now),
    );
  }
}
