import { Inject, Injectable } from '@nestjs/common';
import type { Handoff, HandoffOffered } from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';
import { errorCode } from '@baton/kernel';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Handoffs } from '../peers/handoffs.js';
import { Packets } from '../peers/packets.js';
import { handoffView, offeredHandoff } from '../views/handoff-view.js';
import { LiveClients } from './live-clients.js';

/** An agent waits for the packet, and the offer runs out: no longer than this, ms. */
const deadlineMs = 1_000;

/** Puts an offer and its packet on the agent's screen, in one message. */
@Injectable()
export class Offers {
  constructor(
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Packets) private readonly packets: Packets,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Resolves with false where the packet is still to come. Never rejects: an offer without its packet beats none. */
  async show(event: BatonEvent<HandoffOffered>): Promise<boolean> {
    const { meta, data } = event;
    const conversationId = meta.subject;
    const clients = this.clients.ofAgent(data.agentId, meta.tenantId);
    if (clients.length === 0) return true;
    for (const client of clients) {
      this.clients.enterHandoff(client, data.handoffId, conversationId);
      client.hold();
    }
    const [stored, packet] = await Promise.all([
      this.#orNothing(this.handoffs.get(data.handoffId, deadlineMs)),
      this.#orNothing(this.packets.get(conversationId, deadlineMs)),
    ]);
    const handoff = handoffView(stored ?? offeredHandoff(event));
    const message = isThisOffer(stored, data)
      ? ({ type: 'offer', handoff, conversationId, packet: packet ?? null } as const)
      : ({ type: 'handoff', handoff } as const);
    for (const client of clients) client.release([message]);
    return packet !== undefined;
  }

  async #orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (thrown) {
      this.platform.logger.warn({ code: errorCode(thrown) }, 'an offer is shown without all that is known');
      return undefined;
    }
  }
}

/** False where the offer was answered or withdrawn while it was fetched. */
function isThisOffer(stored: Handoff | undefined, { reservationToken }: HandoffOffered): boolean {
  return stored === undefined || (stored.state === 'offered' && stored.reservationToken === reservationToken);
}
