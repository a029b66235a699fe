import { Inject, Injectable } from '@nestjs/common';
import { ConversationEnded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { conversationEnded } from '../domain/deciding/course.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** Nobody is fetched for a caller who left, and nobody is left ringing: neither an agent, nor a colleague who is being asked. */
@Injectable()
export class ConversationEndedHandler implements EventHandler<ConversationEnded> {
  readonly type = ConversationEnded;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta }: BatonEvent<ConversationEnded>): Promise<void> {
    const conversation = await this.conversations.onEvent(meta, conversationEnded);
    if (!conversation) return;
    if (conversation.takeover !== undefined) await this.handoffs.callerLeft(conversation.takeover, meta);
    if (!conversation.handoff) return;
    const { handoffId } = conversation.handoff;
    await this.handoffs.callerLeft(handoffId, meta);
    const handoff = await this.handoffs.find(handoffId);
    // The one before may not have heard yet that the caller went on; the one after may not have begun.
    const beside = [handoff?.previous?.handoffId, handoff?.transfer?.nextHandoffId];
    for (const id of beside) if (id !== undefined) await this.handoffs.callerLeft(id, meta);
  }
}
