import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Handoff, HandoffOffered } from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';
import { errorCode } from '@baton/kernel';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Handoffs } from '../peers/handoffs.js';
import { Packets } from '../peers/packets.js';
import type { PacketView } from '../views/packet-view.js';
import { handoffView, offeredHandoff } from '../views/handoff-view.js';
import { LiveClients } from './live-clients.js';

/** An agent waits for the packet, and the offer runs out: no longer than this, ms. */
const deadlineMs = 1_000;
/** How often, and how many ms apart, a packet is asked for again that does not yet tell why the call escalated. */
const retries = 10;
const retryMs = 100;

/** Puts an offer and its packet on the agent's screen, in one message. */
@Injectable()
export class Offers {
  constructor(
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Packets) private readonly packets: Packets,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /**
   * Never rejects: an offer without its packet beats none. The context store hears of the last turn when the router does; where
   * it is the slower one, the agent gets what is there and the whole packet as soon as it is whole.
   */
  async show(event: BatonEvent<HandoffOffered>): Promise<void> {
    const { meta, data } = event;
    const conversationId = meta.subject;
    const clients = this.clients.ofAgent(data.agentId, meta.tenantId);
    if (clients.length === 0) return;
    for (const client of clients) {
      this.clients.enterHandoff(client, data.handoffId, conversationId);
      client.hold();
    }
    const [stored, ofConversation] = await Promise.all([
      this.#orNothing(this.handoffs.get(data.handoffId, deadlineMs)),
      this.#orNothing(this.packets.get(conversationId, deadlineMs)),
    ]);
    // Who is to be rung is known from the conversation it was promised in.
    const before = stored?.previousConversationId ?? '';
    const packet =
      before === '' ? ofConversation : await this.#orNothing(this.packets.get(before, deadlineMs));
    const handoff = handoffView(stored ?? offeredHandoff(event));
    const message = isThisOffer(stored, data)
      ? ({ type: 'offer', handoff, conversationId, packet: packet ?? null } as const)
      : ({ type: 'handoff', handoff } as const);
    for (const client of clients) client.release([message]);
    if (before === '' && !isWhole(packet)) await this.#pushWhenWhole(conversationId);
  }

  async #pushWhenWhole(conversationId: string): Promise<void> {
    for (let attempt = 1; attempt <= retries && this.clients.isFollowed(conversationId); attempt += 1) {
      await pause(retryMs, undefined, { ref: false });
      const packet = await this.#orNothing(this.packets.get(conversationId, deadlineMs));
      if (packet === undefined || (!isWhole(packet) && attempt < retries)) continue;
      this.clients.push(this.clients.following(conversationId), { type: 'packet', conversationId, packet });
      return;
    }
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

/** It has the decision and the turn that was decided on. */
function isWhole(packet: PacketView | undefined): boolean {
  const decided = packet?.decision?.turnIndex;
  return decided !== undefined && packet!.transcript.some(({ turnIndex }) => turnIndex >= decided);
}

/** False where the offer was answered or withdrawn while it was fetched. */
function isThisOffer(stored: Handoff | undefined, { reservationToken }: HandoffOffered): boolean {
  return stored === undefined || (stored.state === 'offered' && stored.reservationToken === reservationToken);
}
