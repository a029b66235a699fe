import { Inject, Injectable } from '@nestjs/common';
import { CallerBridged } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { callerBridged } from '../domain/handoff/bridge.js';
import { Acquaintances } from '../store/acquaintances.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** Caller and agent hear each other, and know each other from now on. */
@Injectable()
export class CallerBridgedHandler implements EventHandler<CallerBridged> {
  readonly type = CallerBridged;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Acquaintances) private readonly acquaintances: Acquaintances,
  ) {}

  async handle({ meta, data }: BatonEvent<CallerBridged>): Promise<void> {
    await this.handoffs.onEvent(data.handoffId, meta, (handoff, { now }) =>
      callerBridged(handoff, data.agentId, now, data.leaseToken),
    );
    const conversation = await this.conversations.find(meta.subject);
    await this.acquaintances.met(meta, conversation?.customerRef, data.agentId);
  }
}
