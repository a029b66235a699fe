import { Inject, Injectable } from '@nestjs/common';
import { AgentReleased } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { agentLost } from '../domain/handoff/offer.js';
import { HandleTimes } from '../store/handle-times.js';
import { Handoffs } from '../store/handoffs.js';

/** An agent who is no longer held cannot answer: the caller is offered to the next. */
@Injectable()
export class AgentReleasedHandler implements EventHandler<AgentReleased> {
  readonly type = AgentReleased;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(HandleTimes) private readonly handleTimes: HandleTimes,
  ) {}

  async handle({ meta, data }: BatonEvent<AgentReleased>): Promise<void> {
    const { agentId, handoffId, reservationToken: token, reason, work } = data;
    await this.handoffs.onEvent(handoffId, meta, (handoff, view) =>
      agentLost(handoff, { agentId, token, reason }, view),
    );
    if (work && work.queue !== '' && reason === 'completed') {
      await this.handleTimes.done(meta, work.queue, work.handledMs);
    }
  }
}
