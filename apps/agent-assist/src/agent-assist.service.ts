import { AssistServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { AgentAssistModule } from './agent-assist.module.js';
import { assistHandlers } from './handlers/index.js';

/** Help for the human: summary, open question, first sentence, knowledge, guidance. */
export const agentAssist = defineService({
  name: 'agent-assist',
  module: AgentAssistModule,
  grpc: { 'baton.assist.v1.AssistService': AssistServiceService },
  topics: ['baton.assist.v1'],
  background: true,
  handlers: assistHandlers,
  peers: ['context-store'],
});
