import { Inject, Injectable } from '@nestjs/common';
import { Speaker, TurnRecorded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { asksForCallback } from '../domain/handoff/callback-words.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';
import { PacksOfTenants } from '../store/packs-of-tenants.js';

/** Hears a waiting caller say the word for a callback, also while dialog is down. */
@Injectable()
export class TurnRecordedHandler implements EventHandler<TurnRecorded> {
  readonly type = TurnRecorded;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
  ) {}

  async handle({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    const { speaker, text, turnIndex } = data;
    if (speaker !== Speaker.SPEAKER_CUSTOMER) return;
    if (!asksForCallback(text, this.packs.callbackWords(meta.tenantId))) return;
    const handoff = (await this.conversations.find(meta.subject))?.handoff;
    if (!handoff || turnIndex <= handoff.turnIndex) return;
    await this.handoffs.onEvent(handoff.handoffId, meta, (waiting, view) =>
      scheduleCallback(waiting, view, 'asked-for-it'),
    );
  }
}
