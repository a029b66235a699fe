import { Inject, Injectable } from '@nestjs/common';
import { HandoffQueued } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { kindOf, type Handoff } from '../domain/handoff/handoff.js';
import { targetNotFree } from '../domain/handoff/offer.js';
import { slotKindOf, slotOf } from '../domain/workforce/slot.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';

/** How much longer than the offer the agent is held, ms. */
const marginMs = 5_000;

/** Holds the one agent a handoff is meant for; where they cannot be held, somebody else is looked for. */
@Injectable()
export class HandoffQueuedHandler implements EventHandler<HandoffQueued> {
  readonly type = HandoffQueued;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffQueued>): Promise<void> {
    const handoff = await this.handoffs.find(data.handoffId);
    if (handoff?.state !== 'queued' || handoff.target === undefined) return;
    if (await this.#hold(handoff, handoff.target.agentId)) return;
    await this.handoffs.onEvent(data.handoffId, meta, targetNotFree);
  }

  async #hold(handoff: Handoff, agentId: string): Promise<boolean> {
    const { tenantId, handoffId, conversationId, channel, queue } = handoff;
    const { routing } = this.handoffs.viewOf(handoff);
    const request = {
      handoffId,
      conversationId,
      ttlMs: routing.offerSeconds * 1000 + marginMs,
      why: 'Was asked for by name.',
      channel: slotKindOf(channel),
      queue,
      evenAway: kindOf(handoff) === 'takeover',
    };
    if (await this.agents.reserve(tenantId, agentId, request)) return true;
    // This event came before: the hold it led to is theirs already.
    const agent = await this.agents.find(tenantId, agentId);
    return agent !== undefined && slotOf(agent, handoffId) !== undefined;
  }
}
