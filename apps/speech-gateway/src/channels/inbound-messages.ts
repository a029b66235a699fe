import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { BotMode, ContextServiceClient, Speaker, type IdentifyCustomerResponse } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { CallControl } from '../call-control.js';
import { findMoveLink } from '../domain/move-link.js';
import { candidates, type Arrived, type ThreadPlace } from '../domain/thread.js';
import { Calls } from '../store/calls.js';
import { Threads } from '../store/threads.js';
import { ChannelMoves } from './channel-moves.js';
import type { InboundMessage } from './inbound-message.js';

/**
 * Takes in messages of channels that hold no connection, each exactly once: the same message again finds every step done. A signed
 * link in the text moves its conversation here; anything else is a turn of the address's conversation, or of a new one.
 */
@Injectable()
export class InboundMessages {
  constructor(
    @Inject(CallControl) private readonly control: CallControl,
    @Inject(ChannelMoves) private readonly moves: ChannelMoves,
    @Inject(Calls) private readonly calls: Calls,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Resolves with the conversation. Throws what stands in the way: `link-…`, `identity-conflict`, `peer-unavailable`, … */
  async take(message: InboundMessage): Promise<string> {
    const link = findMoveLink(message.text);
    return link === undefined ? this.#converse(message) : this.#moveHere(message, link);
  }

  async #converse(message: InboundMessage): Promise<string> {
    const { tenantId, messageId, channel, text } = message;
    const { contactRef } = await this.#identify(message, '', '');
    const fresh = this.#freshPlace(messageId);
    const arrived: Arrived = { messageId, fresh, ...(message.answers ? { answers: message.answers } : {}) };
    const place = await this.#place(message, contactRef, arrived);
    if (!(await this.calls.find(place.conversationId))) await this.#begin(message, contactRef, place);
    try {
      await this.control.recordTurn({
        commandId: messageId,
        conversationId: place.conversationId,
        speaker: Speaker.SPEAKER_CUSTOMER,
        text,
        asrConfidence: 1,
        language: '',
      });
    } catch (thrown) {
      // Handed in again after its conversation ended: it was taken in then.
      if (!(thrown instanceof BatonError) || thrown.code !== 'conversation-ended') throw thrown;
      this.platform.logger.info(
        { channel, conversationId: place.conversationId, tenantId },
        'a message came late',
      );
    }
    return place.conversationId;
  }

  async #place(message: InboundMessage, contactRef: string, arrived: Arrived): Promise<ThreadPlace> {
    const { tenantId, channel } = message;
    const thread = await this.threads.find(tenantId, channel, contactRef);
    const lasting = new Set<string>();
    for (const { conversationId } of candidates(thread, arrived)) {
      const call = await this.calls.find(conversationId);
      // A conversation that moved on to another leg is not answered from here any more.
      const isHere = call === undefined || (call.leg?.contactRef === contactRef && call.channel === channel);
      if (isHere && call?.phase !== 'ended') lasting.add(conversationId);
    }
    return this.threads.place(tenantId, channel, contactRef, arrived, (id) => lasting.has(id));
  }

  /** Two customers behind one address are nobody in particular: the conversation begins without either. */
  async #begin(message: InboundMessage, contactRef: string, place: ThreadPlace): Promise<void> {
    const { tenantId, channel, leg } = message;
    const { customer } = await this.#identify(message, place.conversationId, '');
    await this.control.start(
      {
        commandId: place.startCommandId,
        tenantId,
        channel,
        language: '',
        jurisdiction: '',
        botMode: BotMode.BOT_MODE_PACK,
        customer,
      },
      { ...leg, contactRef },
    );
  }

  async #moveHere(message: InboundMessage, linkToken: string): Promise<string> {
    const { tenantId, messageId, channel, leg } = message;
    const seen = await this.#movedBefore(message);
    if (seen !== undefined) return seen;
    const { conversationId, call } = await this.moves.check(linkToken);
    if (call.tenantId !== tenantId) throw new BatonError('link-invalid', 'The link is of another company.');
    const { customer, contactRef, reason } = await this.#identify(
      message,
      conversationId,
      call.customerId ?? '',
    );
    if (reason === 'identity-conflict')
      throw new BatonError('identity-conflict', 'This address belongs to another customer.');
    const named = customer ? { customer } : {};
    await this.moves.move({
      commandId: messageId,
      channel,
      leg: { ...leg, contactRef },
      linkToken,
      ...named,
    });
    return conversationId;
  }

  /** The same message again: its link is used up, and by whom is known. */
  async #movedBefore(message: InboundMessage): Promise<string | undefined> {
    const { contactRef } = await this.#identify(message, '', '');
    const thread = await this.threads.find(message.tenantId, message.channel, contactRef);
    return thread?.seen.find(({ messageId }) => messageId === message.messageId)?.place.conversationId;
  }

  #freshPlace(messageId: string): ThreadPlace {
    const startCommandId = `${messageId}:start`;
    return { startCommandId, conversationId: this.control.conversationIdOf(startCommandId) };
  }

  #identify(
    { tenantId, messageId, identifier, proof }: InboundMessage,
    conversationId: string,
    linkedCustomerId: string,
  ): Promise<IdentifyCustomerResponse> {
    const context = this.platform.peers.client('context-store', ContextServiceClient);
    return unary(context, context.identifyCustomer, {
      commandId: `${messageId}:${conversationId === '' ? 'who' : 'whose'}`,
      tenantId,
      identifier,
      proof: linkedCustomerId === '' ? proof : 'link',
      conversationId,
      linkedCustomerId,
    });
  }
}
