import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import { CallControl } from './call-control.js';
import { CallDeadlines } from './call-deadlines.js';
import type { Call } from './domain/call.js';
import { CardMemory } from './domain/card-memory.js';
import { CallControlController } from './grpc/call-control.controller.js';
import { RingBack } from './ring-back.js';
import { CALL_REPOSITORY, Calls } from './store/calls.js';
import { CallSockets } from './websocket/call-sockets.js';
import { CallerServer } from './websocket/caller-server.js';
import { HoldSignals } from './websocket/hold-signals.js';
import { ChannelEntrance } from './channels/channel-entrance.js';
import { ChannelMoves } from './channels/channel-moves.js';
import { InboundMessages } from './channels/inbound-messages.js';
import { MessageDelivery } from './channels/message-delivery.js';
import { Outbox } from './channels/outbox.js';
import { Senders } from './channels/senders.js';
import type { Thread } from './domain/thread.js';
import { ChannelMoveController } from './grpc/channel-move.controller.js';
import { THREAD_REPOSITORY, Threads } from './store/threads.js';
import { callHandlers } from './handlers/index.js';
import { liveHandlers } from './websocket/live-handlers.js';

@Module({
  controllers: [CallControlController, ChannelMoveController],
  providers: [
    {
      provide: CALL_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<Call>(platform, { name: 'gateway_call' }),
    },
    { provide: CardMemory, useFactory: () => new CardMemory() },
    {
      provide: THREAD_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<Thread>(platform, { name: 'gateway_thread' }),
    },
    Calls,
    Threads,
    CallControl,
    ChannelMoves,
    InboundMessages,
    Outbox,
    Senders,
    MessageDelivery,
    ChannelEntrance,
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
