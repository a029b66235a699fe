import { Inject, Injectable } from '@nestjs/common';
import { LeaseHolder, SpeechLeaseMoved } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { briefed } from '../domain/handoff/bridge.js';
import { leaseMoved } from '../domain/handoff/lease-moved.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The agents learn the token they speak under; one who has just accepted is being briefed while the caller is joined. */
@Injectable()
export class SpeechLeaseMovedHandler implements EventHandler<SpeechLeaseMoved> {
  readonly type = SpeechLeaseMoved;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<SpeechLeaseMoved>): Promise<void> {
    const { holder, token, agentId, participants } = data;
    if (holder !== LeaseHolder.LEASE_HOLDER_AGENT) return;
    const handoffId = data.handoffId || (await this.conversations.find(meta.subject))?.handoff?.handoffId;
    if (!handoffId) return;
    for (const speaker of [{ handoffId, agentId }, ...participants]) {
      await this.handoffs.onEvent(speaker.handoffId, meta, (handoff, { now }) => {
        const learned = leaseMoved(handoff, speaker.agentId, token);
        return briefed(learned?.handoff ?? handoff, speaker.agentId, now) ?? learned;
      });
    }
  }
}
