import { Inject, Injectable } from '@nestjs/common';
import { SentimentScored } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { sentimentScored } from '../domain/deciding/hear-turn.js';
import { Conversations } from '../store/conversations.js';

/** Sentiment is the faster half as a rule: it waits this long to be written together with the meaning of its turn, ms. */
const gatherMs = 20;

/** Decides the turn once its meaning is known too. */
@Injectable()
export class SentimentScoredHandler implements EventHandler<SentimentScored> {
  readonly type = SentimentScored;

  constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

  async handle({ meta, data }: BatonEvent<SentimentScored>): Promise<void> {
    await this.conversations.onEvent(
      meta,
      (conversation, hearing) => sentimentScored(conversation, data, hearing),
      { gatherMs },
    );
  }
}
