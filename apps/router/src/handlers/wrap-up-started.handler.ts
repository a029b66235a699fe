import { Inject, Injectable } from '@nestjs/common';
import { WrapUpStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { beginWrapUp } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';

/** The agent writes the conversation up. */
@Injectable()
export class WrapUpStartedHandler implements EventHandler<WrapUpStarted> {
  readonly type = WrapUpStarted;

  constructor(@Inject(Agents) private readonly agents: Agents) {}

  async handle({ meta, data }: BatonEvent<WrapUpStarted>): Promise<void> {
    await this.agents.onEvent(meta, data.agentId, (agent, now) => beginWrapUp(agent, data.handoffId, now));
  }
}
