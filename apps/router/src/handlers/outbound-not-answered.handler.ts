import { Inject, Injectable } from '@nestjs/common';
import { OutboundNotAnswered } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { transferFailed } from '../domain/handoff/bridge.js';
import { isFinal } from '../domain/handoff/handoff.js';
import { Handoffs } from '../store/handoffs.js';

/** Nobody picked up: the agent is freed, and the callback is tried again later. */
@Injectable()
export class OutboundNotAnsweredHandler implements EventHandler<OutboundNotAnswered> {
  readonly type = OutboundNotAnswered;

  constructor(@Inject(Handoffs) private readonly handoffs: Handoffs) {}

  async handle({ meta, data }: BatonEvent<OutboundNotAnswered>): Promise<void> {
    await this.handoffs.onEvent(data.handoffId, meta, (handoff, { now }) =>
      isFinal(handoff.state) ? undefined : transferFailed(handoff, data.reason, now),
    );
  }
}
