import { Inject, Injectable } from '@nestjs/common';
import { BatonError, derivedId } from '@baton/kernel';
import { HandoffOffered } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { AnswerOffer } from '../answer-offer.js';
import { kindOf } from '../domain/handoff/handoff.js';
import { Handoffs } from '../store/handoffs.js';

/** A supervisor who takes over has said yes by asking. */
@Injectable()
export class HandoffOfferedHandler implements EventHandler<HandoffOffered> {
  readonly type = HandoffOffered;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(AnswerOffer) private readonly answer: AnswerOffer,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffOffered>): Promise<void> {
    const { handoffId, agentId, reservationToken } = data;
    const handoff = await this.handoffs.find(handoffId);
    if (!handoff || kindOf(handoff) !== 'takeover') return;
    try {
      await this.answer.accept({
        commandId: derivedId(meta.id, 'accept', 0),
        handoffId,
        agentId,
        reservationToken,
      });
    } catch (thrown) {
      // The caller left meanwhile; whoever withdrew the offer frees the supervisor.
      if (!(thrown instanceof BatonError) || thrown.code !== 'offer-gone') throw thrown;
    }
  }
}
