import { Inject, Injectable, type Type } from '@nestjs/common';
import type { EventDefinition } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import type { Conversation } from '../domain/conversation.js';
import { Conversations } from '../store/conversations.js';

/** A handler that only takes an event into the conversation: what changes is said by `fold`, in the domain. */
export function foldHandler<T>(
  type: EventDefinition<T>,
  fold: (conversation: Conversation, data: T) => Conversation,
): Type<EventHandler<T>> {
  @Injectable()
  class FoldHandler implements EventHandler<T> {
    readonly type = type;

    constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

    async handle({ meta, data }: BatonEvent<T>): Promise<void> {
      await this.conversations.fold(meta, (conversation) => fold(conversation, data));
    }
  }
  return FoldHandler;
}
