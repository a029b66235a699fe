import { Inject, Injectable } from '@nestjs/common';
import { HumanRequested } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { humanRequested } from '../domain/deciding/hear-turn.js';
import { Conversations } from '../store/conversations.js';

/** Escalates at once, whatever dialog and sentiment are doing. */
@Injectable()
export class HumanRequestedHandler implements EventHandler<HumanRequested> {
  readonly type = HumanRequested;

  constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

  async handle({ meta, data }: BatonEvent<HumanRequested>): Promise<void> {
    await this.conversations.onEvent(meta, (conversation, hearing) =>
      humanRequested(conversation, data.turnIndex, hearing),
    );
  }
}
