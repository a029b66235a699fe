import { Inject, Injectable, type Type } from '@nestjs/common';
import {
  AgentPresenceChanged,
  AgentRegistered,
  AgentReleased,
  AgentReserved,
  HandoffAbandoned,
  HandoffOffered,
  HandoffQueued,
  CallbackScheduled,
} from '@baton/contracts';
import type { BatonEvent, EventHandler, EventType } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Floor } from '../floor/floor.js';
import { ConversationOverLiveHandler, TurnDecidedLiveHandler } from './risk-changed.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** Learns of handoffs and agents other replicas changed. Where nobody else writes the store there is nothing to learn. */
@Injectable()
class OthersChanged {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Floor) private readonly floor: Floor,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handoff(handoffId: string): Promise<void> {
    if (this.platform.store.exclusive) return;
    const handoff = await this.handoffs.find(handoffId);
    if (handoff) this.floor.putHandoff(handoff);
  }

  async agent(tenantId: string, agentId: string): Promise<void> {
    if (this.platform.store.exclusive) return;
    const agent = await this.agents.find(tenantId, agentId);
    if (agent) this.floor.putAgent(agent);
  }
}

function onHandoff<T extends { readonly handoffId: string }>(type: EventType<T>): Type<EventHandler<T>> {
  @Injectable()
  class HandoffChanged implements EventHandler<T> {
    readonly type = type;
    constructor(@Inject(OthersChanged) private readonly others: OthersChanged) {}

    handle({ data }: BatonEvent<T>): Promise<void> {
      return this.others.handoff(data.handoffId);
    }
  }
  return HandoffChanged;
}

function onAgent<T extends { readonly agentId: string }>(type: EventType<T>): Type<EventHandler<T>> {
  @Injectable()
  class AgentChanged implements EventHandler<T> {
    readonly type = type;
    constructor(@Inject(OthersChanged) private readonly others: OthersChanged) {}

    handle({ meta, data }: BatonEvent<T>): Promise<void> {
      return this.others.agent(meta.tenantId, data.agentId);
    }
  }
  return AgentChanged;
}

/** What every replica follows for itself, to keep its view of the floor. */
export const floorHandlers = [
  TurnDecidedLiveHandler,
  ConversationOverLiveHandler,
  onHandoff(HandoffQueued),
  onHandoff(HandoffOffered),
  onHandoff(HandoffAbandoned),
  onHandoff(CallbackScheduled),
  onAgent(AgentRegistered),
  onAgent(AgentPresenceChanged),
  onAgent(AgentReserved),
  onAgent(AgentReleased),
];

export const floorProviders = [OthersChanged, ...floorHandlers];
