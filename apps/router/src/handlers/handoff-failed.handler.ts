import { Inject, Injectable } from '@nestjs/common';
import { HandoffFailed } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { backToBot } from '../domain/deciding/course.js';
import { Conversations } from '../store/conversations.js';

/** The bot goes on: its turns are decided again. */
@Injectable()
export class HandoffFailedHandler implements EventHandler<HandoffFailed> {
  readonly type = HandoffFailed;

  constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

  async handle({ meta, data }: BatonEvent<HandoffFailed>): Promise<void> {
    await this.conversations.onEvent(meta, (conversation) => backToBot(conversation, data.handoffId));
  }
}
