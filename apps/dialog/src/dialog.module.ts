import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import { CustomerFacts } from './customer-facts.js';
import { DIALOG_REPOSITORY, Dialogs } from './dialogs.js';
import type { DialogState } from './domain/dialog-state.js';
import { DialogController } from './grpc/dialog.controller.js';
import { dialogHandlers } from './handlers/index.js';
import { UnderstandingOf } from './understanding.js';

@Module({
  controllers: [DialogController],
  providers: [
    {
      provide: DIALOG_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<DialogState>(platform, { name: 'dialog_dialog' }),
    },
    Dialogs,
    UnderstandingOf,
    CustomerFacts,
    ...dialogHandlers,
  ],
})
export class DialogModule {}
