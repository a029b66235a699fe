import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from './domain/conversation.js';
import type { CustomerRecord } from './domain/customer.js';
import { ContextController } from './grpc/context.controller.js';
import { contextHandlers } from './handlers/index.js';
import { conversationSpec, customerSpec } from './store/collections.js';
import { CONVERSATION_REPOSITORY, Conversations } from './store/conversations.js';
import { CUSTOMER_REPOSITORY, Customers } from './store/customers.js';

@Module({
  controllers: [ContextController],
  providers: [
    {
      provide: CONVERSATION_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<Conversation>(platform, conversationSpec),
    },
    {
      provide: CUSTOMER_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<CustomerRecord>(platform, customerSpec),
    },
    Conversations,
    Customers,
    ...contextHandlers,
  ],
})
export class ContextStoreModule {}
