import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform, type RepositorySpec } from '@baton/service-kit';
import { AnnouncePolicies } from './announce-policies.js';
import { AnswerOffer } from './answer-offer.js';
import { AgentDeadlines } from './deadlines/agent-deadlines.js';
import { CallbackDeadlines } from './deadlines/callback-deadlines.js';
import { ConversationDeadlines } from './deadlines/conversation-deadlines.js';
import { HandoffDeadlines } from './deadlines/handoff-deadlines.js';
import { FloorUpkeep } from './floor/floor-upkeep.js';
import { Floor } from './floor/floor.js';
import { Matcher } from './floor/matcher.js';
import { Prewarm } from './floor/prewarm.js';
import { TransferController } from './grpc/transfer.controller.js';
import { RouterController } from './grpc/router.controller.js';
import { WorkforceController } from './grpc/workforce.controller.js';
import { routerHandlers } from './handlers/index.js';
import { floorProviders } from './handlers/others-changed.js';
import { Acquaintances } from './store/acquaintances.js';
import { Agents } from './store/agents.js';
import { Callbacks } from './store/callbacks.js';
import { Conversations } from './store/conversations.js';
import { FloorLeases } from './store/floor-leases.js';
import { HandleTimes } from './store/handle-times.js';
import { Handoffs } from './store/handoffs.js';
import { Messages } from './store/messages.js';
import { PacksOfTenants } from './store/packs-of-tenants.js';
import { TakeOver } from './take-over.js';
import {
  ACQUAINTANCE_REPOSITORY,
  AGENT_REPOSITORY,
  CALLBACK_REPOSITORY,
  CONVERSATION_REPOSITORY,
  HANDLE_TIME_REPOSITORY,
  HANDOFF_REPOSITORY,
  MESSAGE_REPOSITORY,
  POLICY_REPOSITORY,
} from './store/tokens.js';

const repository = (provide: symbol, spec: RepositorySpec) => ({
  provide,
  inject: [PLATFORM],
  useFactory: (platform: Platform) => openRepository(platform, spec),
});

@Module({
  controllers: [RouterController, TransferController, WorkforceController],
  providers: [
    repository(CONVERSATION_REPOSITORY, { name: 'router_conversation' }),
    repository(HANDOFF_REPOSITORY, {
      name: 'router_handoff',
      indexes: [{ fields: ['state.open', 'tenantId'] }],
    }),
    repository(AGENT_REPOSITORY, {
      name: 'router_agent',
      indexes: [{ fields: ['state.agentId'] }, { fields: ['tenantId'] }],
      inboxSize: 256,
    }),
    repository(CALLBACK_REPOSITORY, {
      name: 'router_callback',
      indexes: [{ fields: ['tenantId', 'state.dueAt'] }],
    }),
    repository(MESSAGE_REPOSITORY, {
      name: 'router_message',
      indexes: [{ fields: ['state.open', 'tenantId'] }],
    }),
    repository(POLICY_REPOSITORY, { name: 'router_policy' }),
    repository(ACQUAINTANCE_REPOSITORY, { name: 'router_acquaintance' }),
    repository(HANDLE_TIME_REPOSITORY, { name: 'router_handle_time', inboxSize: 1_024 }),
    PacksOfTenants,
    AnnouncePolicies,
    {
      provide: Floor,
      inject: [PacksOfTenants],
      useFactory: (packs: PacksOfTenants) =>
        new Floor((tenantId, packSha256) => packs.pack(tenantId, packSha256).routing),
    },
    Conversations,
    Handoffs,
    Agents,
    Callbacks,
    Acquaintances,
    HandleTimes,
    FloorLeases,
    Messages,
    AnswerOffer,
    TakeOver,
    Prewarm,
    Matcher,
    FloorUpkeep,
    ConversationDeadlines,
    HandoffDeadlines,
    AgentDeadlines,
    CallbackDeadlines,
    ...routerHandlers,
    ...floorProviders,
  ],
})
export class RouterModule {}
