import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import { CallControl } from './call-control.js';
import { CallDeadlines } from './call-deadlines.js';
import type { Call } from './domain/call.js';
import { CallControlController } from './grpc/call-control.controller.js';
import { RingBack } from './ring-back.js';
import { CALL_REPOSITORY, Calls } from './store/calls.js';
import { CallSockets } from './websocket/call-sockets.js';
import { CallerServer } from './websocket/caller-server.js';
import { HoldSignals } from './websocket/hold-signals.js';
import { callHandlers } from './handlers/index.js';
import { liveHandlers } from './websocket/live-handlers.js';

@Module({
  controllers: [CallControlController],
  providers: [
    {
      provide: CALL_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<Call>(platform, { name: 'gateway_call' }),
    },
    Calls,
    CallControl,
    CallDeadlines,
    RingBack,
    HoldSignals,
    CallSockets,
    CallerServer,
    ...callHandlers,
    ...liveHandlers,
  ],
})
export class SpeechGatewayModule {}
