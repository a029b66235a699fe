import { Inject, Injectable } from '@nestjs/common';
import { TransferRequested } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { nextHandoff } from '../domain/handoff/request-transfer.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** Begins the handoff an agent asks for. A caller who left meanwhile makes nobody ring. */
@Injectable()
export class TransferRequestedHandler implements EventHandler<TransferRequested> {
  readonly type = TransferRequested;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<TransferRequested>): Promise<void> {
    const asking = await this.handoffs.find(data.handoffId);
    if (!asking) return;
    const conversation = await this.conversations.find(meta.subject);
    const callerGone = conversation?.ended === true || asking.state !== 'bridged';
    await this.handoffs.begin(nextHandoff(asking, data, meta.time), meta, callerGone);
  }
}
