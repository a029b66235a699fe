import { Inject, Injectable } from '@nestjs/common';
import { TransferOutcome, TransferSettled } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { goesOnWith } from '../domain/deciding/course.js';
import { consultSettled } from '../domain/handoff/settle-consult.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The consult learns what becomes of it. */
@Injectable()
export class TransferSettledHandler implements EventHandler<TransferSettled> {
  readonly type = TransferSettled;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<TransferSettled>): Promise<void> {
    const { nextHandoffId, outcome } = data;
    const asked = await this.handoffs.onEvent(nextHandoffId, meta, (handoff, view) =>
      consultSettled(handoff, outcome, view),
    );
    // A supervisor may have come between: then nobody takes the caller here.
    if (outcome !== TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED || !asked?.open) return;
    await this.conversations.onEvent(meta, (conversation) =>
      goesOnWith(conversation, nextHandoffId, meta.time),
    );
  }
}
