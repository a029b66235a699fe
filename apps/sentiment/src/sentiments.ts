import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { SentimentScored } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { draft, eventCause, type OutboxRepository } from '@baton/persistence';
import { noSentiment, score, type SentimentState } from './domain/sentiment-state.js';

/** Injection token of the repository of sentiments. */
export const SENTIMENT_REPOSITORY = Symbol('sentiment.sentiments');

/** How every conversation feels so far. */
@Injectable()
export class Sentiments {
  constructor(@Inject(SENTIMENT_REPOSITORY) private readonly repository: OutboxRepository<SentimentState>) {}

  async begin(meta: EventMeta, language: string): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (known) =>
      known ? undefined : { state: noSentiment(language), events: [] },
    );
  }

  async score(
    meta: EventMeta,
    turnIndex: number,
    analyze: (state: SentimentState) => Parameters<typeof score>[2],
  ): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (state) => {
      if (!state)
        throw new BatonError('not-started', 'A turn came before its conversation.', { retriable: true });
      const scored = score(state, turnIndex, analyze(state));
      return scored && { state: scored.state, events: [draft(SentimentScored, meta.subject, scored.event)] };
    });
  }

  async find(conversationId: string): Promise<SentimentState | undefined> {
    return (await this.repository.get(conversationId))?.state;
  }
}
