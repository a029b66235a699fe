import { CallControlServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { callHandlers } from './handlers/index.js';
import { SpeechGatewayModule } from './speech-gateway.module.js';
import { liveHandlers } from './websocket/live-handlers.js';

/** The live leg: disclosure and consent first, turns in, the decision gate, the speech lease. */
export const speechGateway = defineService({
  name: 'speech-gateway',
  module: SpeechGatewayModule,
  grpc: { 'baton.conversation.v1.CallControlService': CallControlServiceService },
  topics: ['baton.conversation.v1'],
  peers: ['context-store'],
  handlers: callHandlers,
  liveHandlers,
});
