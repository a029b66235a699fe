import { defineService } from '@baton/service-kit';
import { DeskModule } from './desk.module.js';

/** What people see: pages, REST and live updates. It owns no topic and no document; it asks the others. */
export const desk = defineService({
  name: 'desk',
  module: DeskModule,
  peers: ['speech-gateway', 'router', 'context-store', 'agent-assist', 'compliance-auditor'],
});
