import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from './domain/conversation.js';
import type { CustomerRecord } from './domain/customer.js';
import { ContextController } from './grpc/context.controller.js';
import { contextHandlers } from './handlers/index.js';
import { CONVERSATION_REPOSITORY, Conversations } from './store/conversations.js';
import { CUSTOMER_REPOSITORY, Customers } from './store/customers.js';

@Module({
  controllers: [ContextController],
  providers: [
    {
      provide: CONVERSATION_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) =>
        openRepository<Conversation>(platform, {
          name: 'context_conversation',
          indexes: [
            { fields: ['tenantId', 'state.startedAt'] },
            { fields: ['tenantId', 'state.customer.customerId', 'state.startedAt'] },
          ],
          inboxSize: 256,
        }),
    },
    {
      provide: CUSTOMER_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) =>
        openRepository<CustomerRecord>(platform, { name: 'context_customer' }),
    },
    Conversations,
    Customers,
    ...contextHandlers,
  ],
})
export class ContextStoreModule {}
