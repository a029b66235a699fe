import { Inject, Injectable } from '@nestjs/common';
import { HandoffAccepted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { hasAgentOnTheLine } from '../domain/handoff/handoff.js';
import { engage } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** The agent is with the caller, unless the transfer has ended already. */
@Injectable()
export class HandoffAcceptedHandler implements EventHandler<HandoffAccepted> {
  readonly type = HandoffAccepted;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffAccepted>): Promise<void> {
    const { handoffId, agentId, reservationToken: token } = data;
    const handoff = await this.handoffs.find(handoffId);
    if (!handoff || !hasAgentOnTheLine(handoff, agentId, token)) return;
    const use = { handoffId, conversationId: meta.subject, token };
    await this.agents.onEvent(meta, agentId, (agent, now) => engage(agent, use, now));
  }
}
