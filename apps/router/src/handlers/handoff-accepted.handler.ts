import { Inject, Injectable } from '@nestjs/common';
import { HandoffAccepted, HandoffKind } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { goesOnWith } from '../domain/deciding/course.js';
import { colleagueAnswered, takenOver } from '../domain/handoff/follow-transfer.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** The handoff before learns that a colleague has answered, or that a supervisor has taken the caller over. */
@Injectable()
export class HandoffAcceptedHandler implements EventHandler<HandoffAccepted> {
  readonly type = HandoffAccepted;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffAccepted>): Promise<void> {
    const { handoffId, agentId, kind, previousHandoffId } = data;
    if (kind === HandoffKind.HANDOFF_KIND_CONSULT && previousHandoffId) {
      await this.handoffs.onEvent(previousHandoffId, meta, (handoff) =>
        colleagueAnswered(handoff, handoffId, agentId),
      );
    }
    if (kind !== HandoffKind.HANDOFF_KIND_TAKEOVER) return;
    await this.conversations.onEvent(meta, (conversation) => goesOnWith(conversation, handoffId, meta.time));
    if (!previousHandoffId) return;
    const before = await this.handoffs.onEvent(previousHandoffId, meta, (handoff, view) =>
      takenOver(handoff, handoffId, view),
    );
    // Whoever was being asked by that agent is not needed any more.
    if (before?.transfer) await this.handoffs.callerLeft(before.transfer.nextHandoffId, meta);
  }
}
