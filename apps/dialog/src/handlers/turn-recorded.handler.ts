import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { BotMode, Speaker, TurnRecorded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { understandTurn } from '@baton/language';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { CustomerFacts } from '../customer-facts.js';
import { Dialogs } from '../dialogs.js';
import { respond } from '../domain/respond.js';
import { UnderstandingOf } from '../understanding.js';

/** Understands what the customer said and makes the bot's next sentence; listens to what an external bot says. */
@Injectable()
export class TurnRecordedHandler implements EventHandler<TurnRecorded> {
  readonly type = TurnRecorded;

  constructor(
    @Inject(Dialogs) private readonly dialogs: Dialogs,
    @Inject(UnderstandingOf) private readonly understandings: UnderstandingOf,
    @Inject(CustomerFacts) private readonly customers: CustomerFacts,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle(event: BatonEvent<TurnRecorded>): Promise<void> {
    if (event.data.speaker === Speaker.SPEAKER_CUSTOMER) return this.#customer(event);
    if (event.data.speaker === Speaker.SPEAKER_BOT) return this.#bot(event);
  }

  async #customer({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    const known = await this.dialogs.find(meta.subject);
    if (!known)
      throw new BatonError('not-started', 'A turn came before its conversation.', { retriable: true });
    const understanding = await this.understandings.of(
      this.platform.packs.version(meta.tenantId, known.packSha256),
    );
    const facts = await this.customers.of(meta.tenantId, known.customerId);
    await this.dialogs.change(meta, (state) => respond(meta.subject, state, data, understanding, facts));
  }

  /** Our own bot's words are already known from when they were made. */
  async #bot({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    await this.dialogs.change(meta, (state) => {
      if (state.botMode !== BotMode.BOT_MODE_EXTERNAL) return undefined;
      const { models } = this.understandings;
      const { state: memory } = understandTurn(state.memory, { speaker: 'bot', text: data.text }, { models });
      return { state: { ...state, memory }, events: [] };
    });
  }
}
