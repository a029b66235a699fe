import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import {
  Channel,
  type ConversationSummary,
  type GetCustomerRequest,
  type GetCustomerResponse,
  type GetPacketRequest,
  type GetPacketResponse,
  type ListConversationsRequest,
  type ListConversationsResponse,
  type PutCustomerRequest,
  type PutCustomerResponse,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Conversation } from '../domain/conversation.js';
import { knowsItsHandoff } from '../domain/knows-its-handoff.js';
import { packetOf } from '../domain/packet.js';
import { maxPreviousContacts } from '../domain/previous-contact.js';
import { Conversations } from '../store/conversations.js';
import { Customers } from '../store/customers.js';

/** A packet asked for right after the escalation waits this long to be whole, ms. */
const wholeWaitMs = 400;

@Controller()
export class ContextController {
  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Customers) private readonly customers: Customers,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('ContextService', 'GetPacket')
  async getPacket({ conversationId }: GetPacketRequest): Promise<GetPacketResponse> {
    const conversation = await this.#complete(conversationId);
    const pack = this.platform.packs.version(conversation.tenantId, conversation.packSha256);
    const customer = await this.customers.lookUp(conversation.tenantId, conversation.customer);
    const earlier = await this.conversations.before(conversation, maxPreviousContacts);
    return { packet: packetOf(conversationId, conversation, customer, pack, earlier) };
  }

  @GrpcMethod('ContextService', 'ListConversations')
  async listConversations({ tenantId, limit }: ListConversationsRequest): Promise<ListConversationsResponse> {
    const listed = await this.conversations.list(tenantId, Math.min(200, limit || 50));
    return { conversations: listed.map(({ id, conversation }) => summaryOf(id, conversation)) };
  }

  @GrpcMethod('ContextService', 'PutCustomer')
  async putCustomer(request: PutCustomerRequest): Promise<PutCustomerResponse> {
    const { tenantId, customerId, name, segment, contactsLast30d, facts, commandId } = request;
    if (customerId === '' || tenantId === '')
      throw new BatonError('invalid-argument', 'tenant_id and customer_id are needed.');
    await this.customers.put(
      tenantId,
      customerId,
      { name, segment, contactsLast30d, facts },
      commandId || this.platform.ids.next(),
    );
    return {};
  }

  @GrpcMethod('ContextService', 'GetCustomer')
  async getCustomer({ tenantId, customerId }: GetCustomerRequest): Promise<GetCustomerResponse> {
    return {
      customer: await this.customers.lookUp(tenantId, {
        customerId,
        known: true,
        segment: '',
        contactsLast30d: 0,
      }),
    };
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
    channel: conversation.channel ?? Channel.CHANNEL_UNSPECIFIED,
    language: conversation.language,
    startedAtMs: conversation.startedAt,
    endedAtMs: conversation.endedAt,
    verdict: conversation.verdict,
    reasons: [...(conversation.decision?.reasons ?? [])],
    turns: conversation.turns.length,
    handoffState: conversation.handoff?.state ?? '',
  };
}
