import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from './domain/conversation.js';
import { Crm } from './crm/crm.js';
import { WRITE_BACK_REPOSITORY, WriteBacks } from './crm/write-backs.js';
import type { WriteBack } from './domain/crm/write-back.js';
import type { CustomerFile } from './domain/customer.js';
import type { ContactPoint } from './domain/identity/claims.js';
import { ContextController } from './grpc/context.controller.js';
import { CustomerController } from './grpc/customer.controller.js';
import { contextHandlers } from './handlers/index.js';
import { conversationSpec, customerSpec } from './store/collections.js';
import { CONVERSATION_REPOSITORY, Conversations } from './store/conversations.js';
import { CustomerBook } from './identity/customer-book.js';
import { Identities } from './identity/identities.js';
import { openCustomerKeys } from './keys/customer-keys.js';
import { CONTACT_POINT_REPOSITORY, ContactPoints } from './store/contact-points.js';
import { CUSTOMER_KEYS, CUSTOMER_REPOSITORY, Customers } from './store/customers.js';
import { Timelines } from './timelines.js';

@Module({
  controllers: [ContextController, CustomerController],
  providers: [
    {
      provide: CONVERSATION_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<Conversation>(platform, conversationSpec),
    },
    {
      provide: CUSTOMER_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<CustomerFile>(platform, customerSpec),
    },
    {
      provide: CONTACT_POINT_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) =>
        openRepository<ContactPoint>(platform, { name: 'context_contact_point' }),
    },
    {
      provide: WRITE_BACK_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<WriteBack>(platform, { name: 'context_write_back' }),
    },
    {
      provide: CUSTOMER_KEYS,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openCustomerKeys(platform.config),
    },
    Conversations,
    Customers,
    ContactPoints,
    Crm,
    Identities,
    CustomerBook,
    Timelines,
    WriteBacks,
    ...contextHandlers,
  ],
})
export class ContextStoreModule {}
