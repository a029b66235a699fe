import { Inject, Injectable } from '@nestjs/common';
import { AgentReserved } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { isHeldBy } from '../domain/handoff/handoff.js';
import { offer } from '../domain/handoff/offer.js';
import { letGo } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** Offers the handoff to the agent who is held for it, or lets them go. */
@Injectable()
export class AgentReservedHandler implements EventHandler<AgentReserved> {
  readonly type = AgentReserved;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  async handle({ meta, data }: BatonEvent<AgentReserved>): Promise<void> {
    const { agentId, handoffId, reservationToken: token, expiresAtMs: expiresAt, why, explanation } = data;
    const handoff = await this.handoffs.onEvent(handoffId, meta, (waiting, view) =>
      offer(waiting, { agentId, token, expiresAt, why, ...(explanation ? { explanation } : {}) }, view),
    );
    if (handoff && isHeldBy(handoff, agentId, token) && handoff.open) return;
    await this.agents.onEvent(meta, agentId, (agent, now) =>
      letGo(agent, handoffId, token, 'not-waiting', now),
    );
  }
}
