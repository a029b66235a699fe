import { Inject, Injectable } from '@nestjs/common';
import { HandoffCompleted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { workDone } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';

/** The agent is free for the next caller. */
@Injectable()
export class HandoffCompletedHandler implements EventHandler<HandoffCompleted> {
  readonly type = HandoffCompleted;

  constructor(@Inject(Agents) private readonly agents: Agents) {}

  async handle({ meta, data }: BatonEvent<HandoffCompleted>): Promise<void> {
    await this.agents.onEvent(meta, data.agentId, (agent, now) =>
      workDone(agent, data.handoffId, 'completed', now),
    );
  }
}
