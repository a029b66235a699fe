import { Inject, Injectable } from '@nestjs/common';
import { HandoffAccepted, HandoffKind } from '@baton/contracts';
import type { BatonEvent, EventHandler, EventMeta } from '@baton/eventing';
import { goesOnWith } from '../domain/deciding/course.js';
import { colleagueAnswered, takenOver, takenOverWhileSettling } from '../domain/handoff/follow-transfer.js';
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
    const conversation = await this.conversations.find(meta.subject);
    // Another supervisor, or a colleague who was handed the caller, may have come between: whoever has the caller now is relieved too.
    const before = new Set([previousHandoffId ?? '', conversation?.handoff?.handoffId ?? '']);
    for (const id of before) if (id !== '' && id !== handoffId) await this.#relieve(id, handoffId, meta);
    await this.conversations.onEvent(meta, (known) => goesOnWith(known, handoffId, meta.time));
  }

  async #relieve(id: string, by: string, meta: EventMeta): Promise<void> {
    const before = await this.handoffs.onEvent(id, meta, (handoff, view) => takenOver(handoff, by, view));
    // Whoever was being asked by that agent is not needed any more.
    if (before?.transfer) await this.handoffs.callerLeft(before.transfer.nextHandoffId, meta);
    if (before?.previous) {
      await this.handoffs.onEvent(before.previous.handoffId, meta, (handoff, view) =>
        takenOverWhileSettling(handoff, id, by, view),
      );
    }
  }
}
