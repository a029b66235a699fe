import { DialogServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { DialogModule } from './dialog.module.js';
import { dialogHandlers } from './handlers/index.js';

/** What every customer turn means, and what the bot answers. */
export const dialog = defineService({
  name: 'dialog',
  module: DialogModule,
  grpc: { 'baton.dialog.v1.DialogService': DialogServiceService },
  topics: ['baton.dialog.v1'],
  peers: ['context-store'],
  handlers: dialogHandlers,
});
