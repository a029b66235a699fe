import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from '../domain/deciding/conversation.js';
import { turnsDue } from '../domain/deciding/hear-turn.js';
import { Conversations } from '../store/conversations.js';
import { CONVERSATION_REPOSITORY } from '../store/tokens.js';

/** Decides turns of which a half does not come. */
@Injectable()
export class ConversationDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(CONVERSATION_REPOSITORY) repository: OutboxRepository<Conversation>,
    @Inject(Conversations) conversations: Conversations,
  ) {
    const runner = new DeadlineRunner<Conversation>({
      repository,
      clock: platform.clock,
      onDeadline: ({ id, cause, now }) =>
        conversations.update(id, cause, now, (conversation, { policy }) =>
          turnsDue(conversation, now, policy),
        ),
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'a turn will be decided again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}
