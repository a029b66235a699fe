import { Inject, Injectable } from '@nestjs/common';
import {
  AgentPresenceChanged,
  AgentReleased,
  AgentReserved,
  AssistUpdated,
  CallerHeld,
  CallerResumed,
  ConsultMessageSent,
  ConversationEnded,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffRejected,
  HandoffRescinded,
  PacketAssembled,
  SentimentScored,
  SpeechLeaseMoved,
  TurnRecorded,
  type EventDefinition,
} from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';
import { endReasonName } from '../views/names.js';
import { turnView } from '../views/turn-view.js';
import { handoffChanges } from './handoff-changes.js';
import type { LiveClient } from './live-client.js';
import { LiveClients } from './live-clients.js';
import { Offers } from './offers.js';
import { Renewals } from './renewals.js';

/** The context store hears of a turn when we do; its packet is asked for when it had time to take it in, ms. */
const packetSettlesMs = 150;

/** The router hears of a lease when we do; its handoff is asked for when it had time to take the token in, ms. */
const leaseSettlesMs = 150;

type Reaction = (event: BatonEvent<never>) => void;

/** What an event means for the pages. Returns at once: what must be fetched is fetched beside it. */
@Injectable()
export class LivePushes {
  /** Conversations whose caller is on hold; a desk that starts again forgets, and turns still say it themselves. */
  readonly #held = new Set<string>();
  readonly #reactions = new Map<string, Reaction[]>();

  constructor(
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(Renewals) private readonly renewals: Renewals,
  ) {
    this.#onOffers();
    this.#onConversations();
    this.#onAgents();
    for (const change of handoffChanges)
      this.#on(change, ({ data }) => this.renewals.handoff.ask(data.handoffId));
  }

  take(event: BatonEvent<unknown>): void {
    for (const react of this.#reactions.get(event.meta.type) ?? []) react(event as BatonEvent<never>);
  }

  #on<T>(type: EventDefinition<T>, react: (event: BatonEvent<T>) => void): void {
    const reactions = this.#reactions.get(type.type) ?? [];
    this.#reactions.set(type.type, [...reactions, react]);
  }

  #onOffers(): void {
    this.#on(HandoffOffered, (event) => {
      void this.offers.show(event);
      this.renewals.handoff.ask(event.data.handoffId);
    });
    this.#on(HandoffRejected, (event) => this.#offerGone(event, 'rejected'));
    this.#on(HandoffOfferTimedOut, (event) => this.#offerGone(event, 'timed-out'));
    this.#on(HandoffRescinded, (event) => this.#offerGone(event, event.data.reason));
  }

  #offerGone({ meta, data }: BatonEvent<{ agentId: string; handoffId: string }>, reason: string): void {
    const clients = this.clients.ofAgent(data.agentId, meta.tenantId);
    this.clients.push(clients, { type: 'offer-gone', handoffId: data.handoffId, reason });
  }

  #onConversations(): void {
    this.#on(TurnRecorded, ({ meta: { subject: conversationId }, data }) => {
      const hear = this.#hearing(conversationId, data.onHold === true);
      this.clients.push(hear, { type: 'turn', conversationId, turn: turnView(data) });
    });
    this.#on(CallerHeld, ({ meta }) => this.#held.add(meta.subject));
    this.#on(CallerResumed, ({ meta }) => this.#backFromHold(meta.subject));
    this.#on(SpeechLeaseMoved, ({ data }) => {
      for (const { handoffId } of [{ handoffId: data.handoffId ?? '' }, ...data.participants])
        if (handoffId !== '') this.renewals.handoff.ask(handoffId, leaseSettlesMs);
    });
    this.#on(ConsultMessageSent, ({ meta, data }) => {
      for (const agentId of [data.fromAgentId, data.toAgentId])
        this.clients.push(this.clients.ofAgent(agentId, meta.tenantId), { type: 'consult', lines: [data] });
    });
    this.#on(AssistUpdated, ({ meta: { subject: conversationId }, data: assist }) => {
      const pages = this.#hearing(conversationId, this.#held.has(conversationId));
      this.clients.push(pages, { type: 'assist', conversationId, assist });
    });
    this.#on(ConversationEnded, ({ meta: { subject: conversationId }, data }) => {
      this.#backFromHold(conversationId);
      this.clients.push(this.clients.following(conversationId), {
        type: 'ended',
        conversationId,
        reason: endReasonName(data.reason),
      });
    });
    this.#on(PacketAssembled, ({ meta }) => this.#renewPacket(meta.subject, 0));
    this.#on(SentimentScored, ({ meta }) => this.#renewPacket(meta.subject, packetSettlesMs));
  }

  /** Agents who consult do not hear a caller who is on hold; they read it once the caller is back. Whoever only watches does. */
  #hearing(conversationId: string, onHold: boolean): readonly LiveClient[] {
    const following = this.clients.following(conversationId);
    return onHold ? following.filter((page) => page.watched === conversationId) : following;
  }

  #renewPacket(conversationId: string, delayMs: number): void {
    if (!this.#held.has(conversationId)) this.renewals.packet.ask(conversationId, delayMs);
  }

  #backFromHold(conversationId: string): void {
    if (this.#held.delete(conversationId)) this.renewals.packet.ask(conversationId, packetSettlesMs);
  }

  #onAgents(): void {
    for (const type of [AgentPresenceChanged, AgentReserved, AgentReleased]) {
      this.#on<{ readonly agentId: string }>(type, ({ data }) => this.renewals.agent.ask(data.agentId));
    }
  }
}
