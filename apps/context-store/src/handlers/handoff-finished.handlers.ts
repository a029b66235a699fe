import { Inject, Injectable } from '@nestjs/common';
import { CallbackScheduled, HandoffAbandoned, HandoffCompleted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { WriteBacks } from '../crm/write-backs.js';

/** A human finished: the CRM is to know. */
@Injectable()
export class HandoffCompletedHandler implements EventHandler<HandoffCompleted> {
  readonly type = HandoffCompleted;

  constructor(@Inject(WriteBacks) private readonly writeBacks: WriteBacks) {}

  async handle({ meta, data }: BatonEvent<HandoffCompleted>): Promise<void> {
    const { handoffId, agentId, disposition } = data;
    const about = { conversationId: meta.subject, handoffId, agentId, disposition, outcome: 'completed' };
    await this.writeBacks.begin(meta, about);
  }
}

/** The customer left before anybody was there: the CRM is to know. */
@Injectable()
export class HandoffAbandonedHandler implements EventHandler<HandoffAbandoned> {
  readonly type = HandoffAbandoned;

  constructor(@Inject(WriteBacks) private readonly writeBacks: WriteBacks) {}

  async handle({ meta, data: { handoffId } }: BatonEvent<HandoffAbandoned>): Promise<void> {
    const about = {
      conversationId: meta.subject,
      handoffId,
      agentId: '',
      disposition: '',
      outcome: 'abandoned',
    };
    await this.writeBacks.begin(meta, about);
  }
}

/** A callback was booked: the CRM is to know. */
@Injectable()
export class CallbackScheduledHandler implements EventHandler<CallbackScheduled> {
  readonly type = CallbackScheduled;

  constructor(@Inject(WriteBacks) private readonly writeBacks: WriteBacks) {}

  async handle({ meta, data: { handoffId } }: BatonEvent<CallbackScheduled>): Promise<void> {
    const about = {
      conversationId: meta.subject,
      handoffId,
      agentId: '',
      disposition: '',
      outcome: 'callback-scheduled',
    };
    await this.writeBacks.begin(meta, about);
  }
}
