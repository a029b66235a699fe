import { RouterServiceService, WorkforceServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { routerHandlers } from './handlers/index.js';
import { floorHandlers } from './handlers/others-changed.js';
import { RouterModule } from './router.module.js';

/** The escalation decision, the queue, reservations and the transfer state machine. */
export const router = defineService({
  name: 'router',
  module: RouterModule,
  grpc: {
    'baton.handoff.v1.RouterService': RouterServiceService,
    'baton.workforce.v1.WorkforceService': WorkforceServiceService,
  },
  topics: ['baton.decision.v1', 'baton.escalation.v1', 'baton.handoff.v1', 'baton.workforce.v1'],
  handlers: routerHandlers,
  liveHandlers: floorHandlers,
});
