import { Inject, Injectable } from '@nestjs/common';
import { HandoffOfferTimedOut } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { leftUnanswered } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';

/** Counts an offer the agent left unanswered. */
@Injectable()
export class HandoffOfferTimedOutHandler implements EventHandler<HandoffOfferTimedOut> {
  readonly type = HandoffOfferTimedOut;

  constructor(@Inject(Agents) private readonly agents: Agents) {}

  async handle({ meta, data }: BatonEvent<HandoffOfferTimedOut>): Promise<void> {
    const { handoffId, agentId, reservationToken: token } = data;
    const { noAnswersBeforeBreak } = this.agents.rules(meta.tenantId);
    await this.agents.onEvent(meta, agentId, (agent, now) =>
      leftUnanswered(agent, handoffId, token, now, noAnswersBeforeBreak),
    );
  }
}
