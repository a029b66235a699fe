import { Inject, Injectable } from '@nestjs/common';
import { HandoffRescinded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { letGo } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';

/** The agent whose offer was withdrawn is free again. */
@Injectable()
export class HandoffRescindedHandler implements EventHandler<HandoffRescinded> {
  readonly type = HandoffRescinded;

  constructor(@Inject(Agents) private readonly agents: Agents) {}

  async handle({ meta, data }: BatonEvent<HandoffRescinded>): Promise<void> {
    const { handoffId, agentId, reservationToken: token, reason } = data;
    await this.agents.onEvent(meta, agentId, (agent, now) => letGo(agent, handoffId, token, reason, now));
  }
}
