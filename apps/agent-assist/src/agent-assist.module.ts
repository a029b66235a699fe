import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import { ASSIST_REPOSITORY, Assists } from './assists.js';
import type { AssistState } from './domain/assist-state.js';
import { AssistController } from './grpc/assist.controller.js';
import { assistHandlers } from './handlers/index.js';
import { Missed } from './missed.js';
import { Unescalated } from './unescalated.js';

@Module({
  controllers: [AssistController],
  providers: [
    {
      provide: ASSIST_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) =>
        openRepository<AssistState>(platform, { name: 'assist_conversation', inboxSize: 128 }),
    },
    Unescalated,
    Missed,
    Assists,
    ...assistHandlers,
  ],
})
export class AgentAssistModule {}
