import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import {
  Channel,
  type ConversationSummary,
  type GetPacketRequest,
  type GetPacketResponse,
  type ListConversationsRequest,
  type ListConversationsResponse,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from '../domain/conversation.js';
import { knowsItsHandoff } from '../domain/knows-its-handoff.js';
import { packetOf } from '../domain/packet.js';
import { channelsOf, maxPreviousContacts } from '../domain/timeline.js';
import { Conversations } from '../store/conversations.js';
import { CustomerBook } from '../identity/customer-book.js';
import { Timelines } from '../timelines.js';

/** A packet asked for right after the escalation waits this long to be whole, ms. */
const wholeWaitMs = 400;
/** Earlier contacts a packet tells of. */

@Controller()
export class ContextController {
  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(CustomerBook) private readonly book: CustomerBook,
    @Inject(Timelines) private readonly timelines: Timelines,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('ContextService', 'GetPacket')
  async getPacket({ conversationId }: GetPacketRequest): Promise<GetPacketResponse> {
    // The CRM is asked while the rest becomes whole: the packet waits for the slower of the two, the CRM's time limit at most.
    const begun = await this.conversations.find(conversationId);
    const early = begun && this.book.lookUp(begun.tenantId, begun.customer);
    early?.catch(() => undefined);
    const conversation = await this.#complete(conversationId);
    const { tenantId, packSha256, customer: ref } = conversation;
    const pack = this.platform.packs.version(tenantId, packSha256);
    const isSame = early && begun.customer.customerId === ref.customerId;
    const [customer, contacts] = await Promise.all([
      isSame ? early : this.book.lookUp(tenantId, ref),
      this.timelines.of(tenantId, ref.customerId, maxPreviousContacts + 1),
    ]);
    const previous = contacts.filter((contact) => contact.conversationId !== conversationId);
    return {
      packet: packetOf(conversationId, conversation, customer, pack, previous.slice(0, maxPreviousContacts)),
    };
  }

  @GrpcMethod('ContextService', 'ListConversations')
  async listConversations({ tenantId, limit }: ListConversationsRequest): Promise<ListConversationsResponse> {
    const listed = await this.conversations.list(tenantId, Math.min(200, limit || 50));
    return { conversations: listed.map(({ id, conversation }) => summaryOf(id, conversation)) };
  }

  async #complete(conversationId: string): Promise<Conversation> {
    const until = Date.now() + wholeWaitMs;
    for (;;) {
      const conversation = await this.conversations.find(conversationId);
      if (!conversation) throw new BatonError('not-found', 'There is no such conversation.');
      if (knowsItsHandoff(conversation) || Date.now() >= until) return conversation;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function summaryOf(conversationId: string, conversation: Conversation): ConversationSummary {
  return {
    conversationId,
    channel: channelsOf(conversation).at(-1) ?? Channel.CHANNEL_UNSPECIFIED,
    language: conversation.language,
    startedAtMs: conversation.startedAt,
    endedAtMs: conversation.endedAt,
    verdict: conversation.verdict,
    reasons: [...(conversation.decision?.reasons ?? [])],
    turns: conversation.turns.length,
    handoffState: conversation.handoff?.state ?? '',
  };
}
