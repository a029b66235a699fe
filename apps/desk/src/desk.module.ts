import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AgentsController } from './api/agents.controller.js';
import { AssistController } from './api/assist.controller.js';
import { AuditController } from './api/audit.controller.js';
import { ConversationsController } from './api/conversations.controller.js';
import { HandoffsController } from './api/handoffs.controller.js';
import { MessagesController } from './api/messages.controller.js';
import { SessionController } from './api/session.controller.js';
import { StatusController } from './api/status.controller.js';
import { Tenants } from './api/tenants.js';
import { TenantsController } from './api/tenants.controller.js';
import { TransfersController } from './api/transfers.controller.js';
import { DemoCallController } from './demo/demo-call.controller.js';
import { DemoCalls } from './demo/demo-calls.js';
import { ErrorFilter } from './http/error-filter.js';
import { Pages } from './http/pages.js';
import { WebEntrance } from './http/web-entrance.js';
import { CurrentState } from './live/current-state.js';
import { LiveClients } from './live/live-clients.js';
import { LivePushes } from './live/live-pushes.js';
import { LiveServer } from './live/live-server.js';
import { LiveTail } from './live/live-tail.js';
import { Offers } from './live/offers.js';
import { Renewals } from './live/renewals.js';
import { Agents } from './peers/agents.js';
import { DeskPeers } from './peers/desk-peers.js';
import { Handoffs } from './peers/handoffs.js';
import { Packets } from './peers/packets.js';
import { CallerProxy } from './proxy/caller-proxy.js';
import { Upgrades } from './proxy/upgrades.js';
import { Sessions } from './session/sessions.js';

@Module({
  controllers: [
    TenantsController,
    SessionController,
    AgentsController,
    HandoffsController,
    TransfersController,
    MessagesController,
    ConversationsController,
    AssistController,
    AuditController,
    DemoCallController,
    StatusController,
  ],
  providers: [
    { provide: APP_FILTER, useClass: ErrorFilter },
    WebEntrance,
    Pages,
    Sessions,
    Tenants,
    DeskPeers,
    Agents,
    Handoffs,
    Packets,
    DemoCalls,
    LiveClients,
    CurrentState,
    Offers,
    Renewals,
    LivePushes,
    LiveTail,
    LiveServer,
    CallerProxy,
    Upgrades,
  ],
})
export class DeskModule {}
