import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PacketAssembled } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import {
  commandCause,
  draft,
  eventCause,
  type OutboxRepository,
  type UpdateOptions,
} from '@baton/persistence';
import { newConversation, type Conversation } from '../domain/conversation.js';

/** Injection token of the repository of conversations. */
export const CONVERSATION_REPOSITORY = Symbol('context.conversations');

/** Conversations as they are known so far. */
@Injectable()
export class Conversations {
  constructor(@Inject(CONVERSATION_REPOSITORY) private readonly repository: OutboxRepository<Conversation>) {}

  /** Takes one event in. Says that the packet is there when the handoff appears and when help for it arrived. */
  async fold(
    meta: EventMeta,
    change: (conversation: Conversation) => Conversation,
    options: UpdateOptions,
  ): Promise<void> {
    const decide = (stored: Conversation | undefined) => {
      const before = stored ?? newConversation(meta.tenantId);
      const changed = change(before);
      if (changed === before && stored) return undefined;
      const state = { ...changed, revision: before.revision + 1 };
      return { state, events: packetIsNew(before, state) ? [assembled(meta.correlationId, state)] : [] };
    };
    await this.repository.update(meta.correlationId, eventCause(meta), decide, options);
  }

  async find(conversationId: string): Promise<Conversation | undefined> {
    return (await this.repository.get(conversationId))?.state;
  }

  /** Somebody found out who the conversation is with. */
  async identified(
    tenantId: string,
    conversationId: string,
    commandId: string,
    who: { readonly customerId: string; readonly assurance: string; readonly reason: string },
  ): Promise<void> {
    const { customerId, assurance, reason } = who;
    const cause = commandCause({
      commandId: `${commandId}:conversation`,
      tenantId,
      correlationId: conversationId,
    });
    await this.repository.update(conversationId, cause, (stored) => {
      const before = stored ?? newConversation(tenantId);
      const ref = { ...before.customer, customerId: before.customer.customerId || customerId };
      const state = {
        ...before,
        customer: ref,
        identity: { assurance, reason },
        revision: before.revision + 1,
      };
      return { state, events: [] };
    });
  }

  /** Of a customer who goes by these ids, newest first. */
  async ofCustomer(
    tenantId: string,
    customerIds: readonly string[],
    limit: number,
  ): Promise<{ id: string; conversation: Conversation }[]> {
    const found = await this.repository.find({
      where: [
        { field: 'tenantId', op: '=', value: tenantId },
        { field: 'state.customer.customerId', op: 'in', value: customerIds },
      ],
      orderBy: [{ field: 'state.startedAt', direction: 'desc' }],
      limit,
    });
    return found.map(({ id, state }) => ({ id, conversation: state }));
  }

  /** Newest first. */
  async list(tenantId: string, limit: number): Promise<{ id: string; conversation: Conversation }[]> {
    const found = await this.repository.find({
      where: [{ field: 'tenantId', op: '=', value: tenantId }],
      orderBy: [{ field: 'state.startedAt', direction: 'desc' }],
      limit,
    });
    return found.map(({ id, state }) => ({ id, conversation: state }));
  }
}

function packetIsNew(before: Conversation, now: Conversation): boolean {
  if (!now.handoff) return false;
  return before.handoff?.id !== now.handoff.id || (before.assist === undefined && now.assist !== undefined);
}

function assembled(conversationId: string, state: Conversation) {
  return draft(PacketAssembled, conversationId, {
    handoffId: state.handoff?.id ?? '',
    revision: state.revision,
    packetSha256: createHash('sha256').update(JSON.stringify(state)).digest('hex'),
    turns: state.turns.length,
  });
}
