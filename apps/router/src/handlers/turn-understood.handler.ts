import { Inject, Injectable } from '@nestjs/common';
import { TurnUnderstood } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { turnUnderstood } from '../domain/deciding/hear-turn.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** Decides the turn once its sentiment is known too; a waiting caller who asks to be rung is rung. */
@Injectable()
export class TurnUnderstoodHandler implements EventHandler<TurnUnderstood> {
  readonly type = TurnUnderstood;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<TurnUnderstood>): Promise<void> {
    const conversation = await this.conversations.onEvent(meta, (known, hearing) =>
      turnUnderstood(known, data, hearing),
    );
    const handoff = conversation?.handoff;
    if (!handoff || !data.humanRequest?.callback || data.turnIndex <= handoff.turnIndex) return;
    await this.handoffs.onEvent(handoff.handoffId, meta, (waiting, view) =>
      scheduleCallback(waiting, view, 'asked-for-it'),
    );
  }
}
