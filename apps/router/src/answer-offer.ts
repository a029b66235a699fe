import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { AcceptOfferRequest } from '@baton/contracts';
import type { Handoff } from './domain/handoff/handoff.js';
import { acceptOffer } from './domain/handoff/offer.js';
import { holds } from './domain/workforce/reservation.js';
import { Agents } from './store/agents.js';
import { Handoffs } from './store/handoffs.js';

/** An agent takes an offer. */
@Injectable()
export class AnswerOffer {
  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  /** Throws `not-found`; `offer-gone` unless agent and handoff both know of this reservation and the offer is still open. */
  async accept({ commandId, handoffId, agentId, reservationToken: token }: AcceptOfferRequest): Promise<Handoff> {
    const { tenantId } = await this.handoffs.require(handoffId);
    const agent = await this.agents.find(tenantId, agentId);
    if (!agent || !holds(agent, handoffId, token)) {
      throw new BatonError('offer-gone', 'This offer is no longer yours: you are not held for it any more.');
    }
    return this.handoffs.command(handoffId, commandId, (handoff, { now }) =>
      acceptOffer(handoff, { agentId, token }, now),
    );
  }
}
