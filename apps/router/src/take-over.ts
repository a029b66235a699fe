import { Inject, Injectable } from '@nestjs/common';
import { BatonError, derivedId } from '@baton/kernel';
import type { TakeOverRequest } from '@baton/contracts';
import { commandCause } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Handoff } from './domain/handoff/handoff.js';
import { takeOver } from './domain/handoff/take-over.js';
import { handoffIn } from './domain/workforce/agent.js';
import { redactedText } from './grpc/redacted-text.js';
import { Agents } from './store/agents.js';
import { Conversations } from './store/conversations.js';
import { Handoffs } from './store/handoffs.js';
import { PacksOfTenants } from './store/packs-of-tenants.js';

/** A supervisor takes a caller over: a handoff of its own begins, meant for them. */
@Injectable()
export class TakeOver {
  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Throws `not-found`; `wrong-state` where the conversation is over, or the supervisor has a caller, this or another. */
  async begin(request: TakeOverRequest): Promise<Handoff> {
    const { conversationId, agentId } = request;
    const conversation = await this.conversations.find(conversationId);
    if (!conversation) throw new BatonError('not-found', 'There is no such conversation.');
    const { tenantId, packSha256 } = conversation;
    const commandId = request.commandId || this.platform.ids.next();
    const handoffId = derivedId(`${conversationId}/${commandId}`, 'takeover', 0);
    const known = await this.handoffs.find(handoffId);
    if (known) return known;
    if (conversation.ended) throw new BatonError('wrong-state', 'The conversation is over.');
    const supervisor = await this.agents.find(tenantId, agentId);
    if (!supervisor) throw new BatonError('not-found', 'There is no such agent.');
    if (handoffIn(supervisor) !== '') throw new BatonError('wrong-state', 'You have a caller already.');
    const current = conversation.handoff && (await this.handoffs.find(conversation.handoff.handoffId));
    const reason = redactedText(request.reason, conversation.soFar.language, 200);
    const { defaultQueue } = this.packs.pack(tenantId, packSha256).routing;
    const asked = { handoffId, at: this.platform.clock.now(), defaultQueue };
    return this.handoffs.beginBecause(
      takeOver(conversation, current, { agentId, reason }, asked),
      commandCause({ commandId, tenantId, correlationId: conversationId }),
      false,
      { whenBusDown: 'defer' },
    );
  }
}
