import { Inject, Injectable } from '@nestjs/common';
import { errorCode } from '@baton/kernel';
import { ContextServiceClient } from '@baton/contracts';
import { type Cause, type OutboxRepository } from '@baton/persistence';
import { unary } from '@baton/rpc';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import { nextDeadline, type Call } from '../domain/call.js';
import { nextMessage, notSent, sending, sent, type Unsent } from '../domain/delivery.js';
import { CALL_REPOSITORY } from '../store/calls.js';
import type { SendOutcome } from './sender.js';
import { Senders } from './senders.js';

/**
 * Sends what was said to callers who hold no connection: in order, whatever else happens to the call, until it is taken. One process
 * sends at a time; a process that dies while it sends leaves the message to be sent again, so that it may come twice and never not.
 */
@Injectable()
export class MessageDelivery {
  constructor(
    @Inject(CALL_REPOSITORY) private readonly repository: OutboxRepository<Call>,
    @Inject(Senders) private readonly senders: Senders,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async send(conversationId: string, cause: Cause, now: number): Promise<void> {
    const begun = await this.#update(conversationId, cause, (call) => sending(call, now));
    if (begun.outcome !== 'applied' || !begun.state.delivery) return;
    const { delivery, tenantId } = begun.state;
    const longest = this.senders.longest(delivery.queue[0]!.channel);
    const { to, text, upTo } = nextMessage(delivery, longest);
    const outcome = await this.#deliver(conversationId, tenantId, to, text);
    count('baton.messages.sent', { tenant: tenantId, channel: to.channel, outcome });
    await this.#update(conversationId, { ...cause, id: `${cause.id}:${outcome}` }, (call) => {
      const at = this.platform.clock.now();
      return outcome === 'later' ? notSent(call, upTo, at) : sent(call, upTo, at);
    });
  }

  async #deliver(
    conversationId: string,
    tenantId: string,
    { channel, leg, turnIndex }: Unsent,
    text: string,
  ): Promise<SendOutcome> {
    const sender = this.senders.of(channel);
    if (!sender) {
      this.platform.logger.warn({ conversationId, channel }, 'nobody carries messages of this channel');
      return 'never';
    }
    const context = this.platform.peers.client('context-store', ContextServiceClient);
    try {
      const asked = { tenantId, contactRef: leg.contactRef ?? '' };
      const { identifier } = await unary(context, context.getContactPoint, asked);
      const to = identifier?.value ?? '';
      return await sender.send({ tenantId, conversationId, channel, leg, to, text, turnIndex });
    } catch (thrown) {
      // Where the address cannot be read any more, its customer was erased: there is nobody to write to.
      this.platform.logger.warn({ code: errorCode(thrown), conversationId }, 'a message could not be sent');
      return errorCode(thrown) === 'not-found' ? 'never' : 'later';
    }
  }

  #update(id: string, cause: Cause, decide: (call: Call) => Call | undefined) {
    return this.repository.update(id, cause, (call) => {
      const state = call && decide(call);
      return state && { state, events: [], deadlineAt: nextDeadline(state, this.platform.config.gateMs) };
    });
  }
}
