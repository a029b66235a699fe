import { Inject, Injectable } from '@nestjs/common';
import { HandoffReturnedToBot } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { backToBot } from '../domain/deciding/course.js';
import { workDone } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Conversations } from '../store/conversations.js';

/** The bot goes on: its turns are decided again, and the agent is free. */
@Injectable()
export class HandoffReturnedToBotHandler implements EventHandler<HandoffReturnedToBot> {
  readonly type = HandoffReturnedToBot;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffReturnedToBot>): Promise<void> {
    const { handoffId, agentId } = data;
    await this.conversations.onEvent(meta, (conversation) => backToBot(conversation, handoffId));
    if (agentId === '') return;
    await this.agents.onEvent(meta, agentId, (agent, now) =>
      workDone(agent, handoffId, 'returned-to-bot', now),
    );
  }
}
