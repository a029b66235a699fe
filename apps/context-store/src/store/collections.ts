import type { RepositorySpec } from '@baton/service-kit';

/** Conversations, searched by time and by whose they are. */
export const conversationSpec: RepositorySpec = {
  name: 'context_conversation',
  indexes: [
    { fields: ['tenantId', 'state.startedAt'] },
    { fields: ['tenantId', 'state.customer.customerId', 'state.startedAt'] },
  ],
  inboxSize: 256,
};

/** Customers, sealed. */
export const customerSpec: RepositorySpec = { name: 'context_customer_file' };
