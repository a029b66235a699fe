import { Inject, Injectable } from '@nestjs/common';
import { HandoffFailed } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { backToBot, backToHandoff } from '../domain/deciding/course.js';
import { transferOver } from '../domain/handoff/follow-transfer.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The caller goes back to the agent who asked a colleague; where there is none the bot goes on and its turns are decided again. */
@Injectable()
export class HandoffFailedHandler implements EventHandler<HandoffFailed> {
  readonly type = HandoffFailed;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffFailed>): Promise<void> {
    const { handoffId, previousHandoffId, reason } = data;
    if (!previousHandoffId) {
      await this.conversations.onEvent(meta, (conversation) => backToBot(conversation, handoffId));
      return;
    }
    await this.handoffs.onEvent(previousHandoffId, meta, (handoff) =>
      transferOver(handoff, handoffId, reason),
    );
    await this.conversations.onEvent(meta, (conversation) =>
      backToHandoff(conversation, handoffId, previousHandoffId, meta.time),
    );
  }
}
