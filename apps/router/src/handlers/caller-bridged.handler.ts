import { Inject, Injectable } from '@nestjs/common';
import { CallerBridged } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { callerBridged } from '../domain/handoff/bridge.js';
import { Handoffs } from '../store/handoffs.js';

/** Caller and agent hear each other. */
@Injectable()
export class CallerBridgedHandler implements EventHandler<CallerBridged> {
  readonly type = CallerBridged;

  constructor(@Inject(Handoffs) private readonly handoffs: Handoffs) {}

  async handle({ meta, data }: BatonEvent<CallerBridged>): Promise<void> {
    await this.handoffs.onEvent(data.handoffId, meta, (handoff, { now }) =>
      callerBridged(handoff, data.agentId, now, data.leaseToken),
    );
  }
}
