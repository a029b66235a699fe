import { Inject, Injectable } from '@nestjs/common';
import { ConversationStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { conversationStarted } from '../domain/deciding/course.js';
import { customerRefOf } from '../store/acquaintances.js';
import { Conversations } from '../store/conversations.js';
import { PacksOfTenants } from '../store/packs-of-tenants.js';

/** Learns which pack, channel and customer a conversation has. */
@Injectable()
export class ConversationStartedHandler implements EventHandler<ConversationStarted> {
  readonly type = ConversationStarted;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
  ) {}

  async handle({ meta, data }: BatonEvent<ConversationStarted>): Promise<void> {
    const policy = this.packs.policy(meta.tenantId, data.pack?.sha256 ?? '');
    const customerRef = customerRefOf(meta.tenantId, data.customer?.known ? data.customer.customerId : '');
    await this.conversations.onEvent(meta, (conversation) =>
      conversationStarted(conversation, data, policy, customerRef),
    );
  }
}
