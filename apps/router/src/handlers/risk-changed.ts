import { Inject, Injectable } from '@nestjs/common';
import { ConversationEnded, TurnDecided } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Prewarm } from '../floor/prewarm.js';

/** The risk of a conversation rose or fell: an agent is held in advance, or let go. */
@Injectable()
export class TurnDecidedLiveHandler implements EventHandler<TurnDecided> {
  readonly type = TurnDecided;

  constructor(@Inject(Prewarm) private readonly prewarm: Prewarm) {}

  async handle({ meta, data }: BatonEvent<TurnDecided>): Promise<void> {
    if (data.decision) this.prewarm.decided(meta, data.decision);
  }
}

/** Nobody needs to be held for a conversation that is over. */
@Injectable()
export class ConversationOverLiveHandler implements EventHandler<ConversationEnded> {
  readonly type = ConversationEnded;

  constructor(@Inject(Prewarm) private readonly prewarm: Prewarm) {}

  async handle({ meta }: BatonEvent<ConversationEnded>): Promise<void> {
    this.prewarm.ended(meta.tenantId, meta.subject);
  }
}
