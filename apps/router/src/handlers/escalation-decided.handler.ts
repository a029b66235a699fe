import { Inject, Injectable } from '@nestjs/common';
import { EscalationDecided } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { callerFactsOf } from '../domain/caller-facts-of.js';
import { priorityWord } from '../domain/words.js';
import { Acquaintances } from '../store/acquaintances.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';

/** Begins the handoff an escalation asks for. */
@Injectable()
export class EscalationDecidedHandler implements EventHandler<EscalationDecided> {
  readonly type = EscalationDecided;

  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Acquaintances) private readonly acquaintances: Acquaintances,
  ) {}

  async handle({ meta, data }: BatonEvent<EscalationDecided>): Promise<void> {
    const { decision, handoffId } = data;
    const conversation = await this.conversations.find(meta.subject);
    if (!decision || !conversation) return;
    const { handoff, customerRef } = conversation;
    const knownAgents = await this.acquaintances.agentsOf(meta.tenantId, customerRef);
    await this.handoffs.begin(
      {
        handoffId,
        conversationId: meta.subject,
        tenantId: meta.tenantId,
        packSha256: conversation.packSha256,
        decisionId: decision.decisionId,
        reasons: decision.reasons,
        skills: decision.skills,
        language: decision.language,
        priority: priorityWord(decision.priority),
        channel: conversation.channel,
        caller: callerFactsOf(decision),
        ...(knownAgents.length > 0 ? { knownAgents } : {}),
        requestedAt: handoff?.handoffId === handoffId ? handoff.askedAt : meta.time,
        decidedAt: meta.time,
      },
      meta,
    );
  }
}
