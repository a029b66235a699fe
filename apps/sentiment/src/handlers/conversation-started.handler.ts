import { Inject, Injectable } from '@nestjs/common';
import { ConversationStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Sentiments } from '../sentiments.js';

@Injectable()
export class ConversationStartedHandler implements EventHandler<ConversationStarted> {
  readonly type = ConversationStarted;

  constructor(@Inject(Sentiments) private readonly sentiments: Sentiments) {}

  async handle({ meta, data }: BatonEvent<ConversationStarted>): Promise<void> {
    await this.sentiments.begin(meta, data.language.split('-')[0] ?? '');
  }
}
