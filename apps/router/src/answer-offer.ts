import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { AcceptOfferRequest } from '@baton/contracts';
import { commandCause } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Handoff } from './domain/handoff/handoff.js';
import { acceptOffer } from './domain/handoff/offer.js';
import { engage, letGo } from './domain/workforce/take-work.js';
import { inTraceOf } from './in-trace-of.js';
import { Agents } from './store/agents.js';
import { Handoffs } from './store/handoffs.js';

/** An agent takes an offer: two documents change, the agent's first. */
@Injectable()
export class AnswerOffer {
  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /**
   * Throws `not-found`; `offer-gone` unless agent and handoff both know of this reservation and the offer is still open. If the
   * process dies between the two, the offer times out and that frees the agent.
   */
  async accept(request: AcceptOfferRequest): Promise<Handoff> {
    const handoff = await this.handoffs.require(request.handoffId);
    return inTraceOf(handoff.traceparent, () => this.#accept(request, handoff));
  }

  async #accept(request: AcceptOfferRequest, offered: Handoff): Promise<Handoff> {
    const { handoffId, agentId, reservationToken: token } = request;
    const { tenantId, conversationId: correlationId } = offered;
    const commandId = request.commandId || this.platform.ids.next();
    const because = (id: string) => commandCause({ commandId: id, tenantId, correlationId });
    const agent = await this.agents.apply(
      tenantId,
      agentId,
      because(commandId),
      (held, now) => engage(held, handoffId, token, now),
      { whenBusDown: 'defer' },
    );
    if (!agent) throw new BatonError('not-found', 'There is no such agent.');
    try {
      return await this.handoffs.command(handoffId, commandId, (handoff, { now }) =>
        acceptOffer(handoff, { agentId, token }, now),
      );
    } catch (thrown) {
      if (thrown instanceof BatonError && thrown.code === 'offer-gone') {
        await this.agents.apply(tenantId, agentId, because(`${commandId}:undone`), (held, now) =>
          letGo(held, handoffId, token, 'offer-gone', now),
        );
      }
      throw thrown;
    }
  }
}
