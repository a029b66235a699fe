import { Inject, Injectable } from '@nestjs/common';
import { LeaseHolder, SpeechLeaseMoved } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { briefed } from '../domain/handoff/bridge.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The agent may speak: they are being briefed while the caller is joined. */
@Injectable()
export class SpeechLeaseMovedHandler implements EventHandler<SpeechLeaseMoved> {
  readonly type = SpeechLeaseMoved;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<SpeechLeaseMoved>): Promise<void> {
    if (data.holder !== LeaseHolder.LEASE_HOLDER_AGENT) return;
    const conversation = await this.conversations.find(meta.subject);
    if (!conversation?.handoff) return;
    await this.handoffs.onEvent(conversation.handoff.handoffId, meta, (handoff, { now }) =>
      briefed(handoff, data.agentId, now),
    );
  }
}
