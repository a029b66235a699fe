import { ContextServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { ContextStoreModule } from './context-store.module.js';
import { contextHandlers } from './handlers/index.js';

/** The conversation and the customer: what the handoff packet is made of. */
export const contextStore = defineService({
  name: 'context-store',
  module: ContextStoreModule,
  grpc: { 'baton.context.v1.ContextService': ContextServiceService },
  topics: ['baton.context.v1'],
  background: true,
  handlers: contextHandlers,
});
