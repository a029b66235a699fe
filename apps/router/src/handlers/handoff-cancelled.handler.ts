import { Inject, Injectable } from '@nestjs/common';
import { HandoffCancelled } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { transferOver } from '../domain/handoff/follow-transfer.js';
import { workDone } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** The agent who asked is told that nothing came of it, and whoever was asked is free. */
@Injectable()
export class HandoffCancelledHandler implements EventHandler<HandoffCancelled> {
  readonly type = HandoffCancelled;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffCancelled>): Promise<void> {
    const { handoffId, agentId, reason, previousHandoffId } = data;
    if (previousHandoffId !== '') {
      await this.handoffs.onEvent(previousHandoffId, meta, (handoff) =>
        transferOver(handoff, handoffId, reason),
      );
    }
    if (agentId === '') return;
    await this.agents.onEvent(meta, agentId, (agent, now) => workDone(agent, handoffId, reason, now));
  }
}
