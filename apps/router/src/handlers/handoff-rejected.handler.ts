import { Inject, Injectable } from '@nestjs/common';
import { HandoffRejected } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { letGo } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';

/** The agent who said no is free for others. */
@Injectable()
export class HandoffRejectedHandler implements EventHandler<HandoffRejected> {
  readonly type = HandoffRejected;

  constructor(@Inject(Agents) private readonly agents: Agents) {}

  async handle({ meta, data }: BatonEvent<HandoffRejected>): Promise<void> {
    const { handoffId, agentId, reservationToken: token } = data;
    await this.agents.onEvent(meta, agentId, (agent, now) => letGo(agent, handoffId, token, 'rejected', now));
  }
}
