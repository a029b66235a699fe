import { Inject, Injectable } from '@nestjs/common';
import { WrapUpStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { transferOver } from '../domain/handoff/follow-transfer.js';
import { beginWrapUp } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** The agent writes the conversation up; who talked beside them goes on alone. */
@Injectable()
export class WrapUpStartedHandler implements EventHandler<WrapUpStarted> {
  readonly type = WrapUpStarted;

  constructor(
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<WrapUpStarted>): Promise<void> {
    await this.agents.onEvent(meta, data.agentId, (agent, now) => beginWrapUp(agent, data.handoffId, now));
    if (!data.nextHandoffId) return;
    await this.handoffs.onEvent(data.nextHandoffId, meta, (handoff) =>
      transferOver(handoff, data.handoffId, ''),
    );
  }
}
