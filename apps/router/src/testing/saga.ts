import {
  AgentReleased,
  AgentReserved,
  CallerBridged,
  HandoffAccepted,
  HandoffCancelled,
  HandoffCompleted,
  HandoffConnected,
  HandoffFailed,
  HandoffKind,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffQueued,
  HandoffRejected,
  HandoffRequested,
  HandoffRescinded,
  HandoffReturnedToBot,
  TransferOutcome,
  TransferRequested,
  TransferSettled,
  WrapUpStarted,
} from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { draft, type EventDraft } from '@baton/persistence';
import { callerBridged } from '../domain/handoff/bridge.js';
import {
  colleagueAnswered,
  colleagueJoined,
  successorQueued,
  transferOver,
} from '../domain/handoff/follow-transfer.js';
import { isFinal, isHeldBy, kindOf, type Handoff, type HandoffOutcome } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import { acceptOffer, agentLost, offer, targetNotFree } from '../domain/handoff/offer.js';
import { requestHandoff, type Escalation } from '../domain/handoff/request-handoff.js';
import type { QueueView } from '../domain/handoff/queue-view.js';
import { nextHandoff } from '../domain/handoff/request-transfer.js';
import { consultSettled } from '../domain/handoff/settle-consult.js';
import { deadlinePassed, handoffDeadline } from '../domain/handoff/wait.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { setPresence, type WantedPresence } from '../domain/workforce/presence.js';
import { registerAgent } from '../domain/workforce/register-agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { beginWrapUp, engage, leftUnanswered, letGo, workDone } from '../domain/workforce/take-work.js';
import { escalation, tuesday, viewAfter } from './handoffs.js';
import { SagaMail, type Message } from './saga-mail.js';
import { relieve, type Telling } from './saga-relief.js';
import { holdTarget } from './saga-target.js';

/**
 * Callers, agents, the gateway and the router's own events as one world whose messages arrive late, twice and in any order across
 * keys. It holds the documents of the router and calls its pure functions the way its handlers do.
 */
export class SagaWorld {
  now = tuesday;
  readonly handoffs = new Map<string, Handoff>();
  readonly agents = new Map<string, Agent>();
  readonly log: EventDraft<unknown>[] = []; // everything that was ever said
  readonly #escalated = new Set<string>();
  /** By conversation: the handoff the caller is in, and one by which a supervisor takes over. */
  readonly #current = new Map<string, string>();
  readonly #takeovers = new Map<string, string>();
  readonly #leftEarly = new Set<string>();
  /** A merge that fails. */
  readonly #lost: (handoffId: string) => boolean;
  readonly #left = new Set<string>();
  readonly #mail = new SagaMail();

  constructor(agentIds: readonly string[], lost: (handoffId: string) => boolean = () => false) {
    this.#lost = lost;
    for (const agentId of agentIds) {
      const profile = { agentId, tenantId: 'bank', name: agentId, skills: { fraud: 5 }, languages: ['en'] };
      const known = registerAgent(undefined, profile, this.now)!.agent;
      this.agents.set(agentId, setPresence(known, 'available', '', this.now)!.agent);
    }
  }

  escalate(handoffId: string): void {
    if (this.#escalated.has(handoffId)) return;
    this.#escalated.add(handoffId);
    const asked = { ...escalation, handoffId, conversationId: handoffId, requestedAt: this.now };
    this.#current.set(handoffId, handoffId);
    this.begin(asked, this.#left.has(handoffId));
  }

  /** The conversation of that name ends; what hears of it is what the handler tells. */
  hangUp(conversationId: string): void {
    this.#left.add(conversationId);
    const current = this.#current.get(conversationId);
    const tell = (handoffId: string | undefined) => {
      if (handoffId === undefined) return;
      if (!this.handoffs.has(handoffId)) this.#leftEarly.add(handoffId);
      this.#onHandoff(handoffId, (handoff) => leave(handoff, this.#view()));
    };
    tell(this.#takeovers.get(conversationId));
    tell(current);
    const handoff = current === undefined ? undefined : this.handoffs.get(current);
    for (const id of [handoff?.previous?.handoffId, handoff?.transfer?.nextHandoffId]) tell(id);
  }

  /** What a person asks of a handoff; a refusal changes nothing. */
  command(
    handoffId: string,
    decide: (handoff: Handoff, view: QueueView) => HandoffOutcome | undefined,
  ): void {
    this.#refusable(() => this.#onHandoff(handoffId, (handoff) => decide(handoff, this.#view())));
  }

  /** The handoff the caller of a conversation is in; undefined once they left. */
  currentOf(conversationId: string): Handoff | undefined {
    const left = this.#left.has(conversationId);
    return left ? undefined : this.handoffs.get(this.#current.get(conversationId) ?? '');
  }

  begin(asked: Omit<Escalation, 'callerGone'>, callerGone: boolean): void {
    if (this.handoffs.has(asked.handoffId)) return;
    const gone = callerGone || this.#leftEarly.has(asked.handoffId);
    const { handoff, events } = requestHandoff({ ...asked, callerGone: gone }, this.#view());
    this.handoffs.set(asked.handoffId, handoff);
    this.#say(events);
  }

  reserve(handoffId: string, agentId: string): void {
    const handoff = this.handoffs.get(handoffId);
    if (handoff?.state !== 'queued' || handoff.target !== undefined) return;
    const request = { handoffId, conversationId: handoff.conversationId, ttlMs: 25_000, why: '' };
    this.#onAgent(agentId, (agent) => reserve(agent, request, this.now));
  }

  /** The first of the two documents of an acceptance; the second follows as a message of its own. */
  accept(handoffId: string, agentId: string, token: number): void {
    const before = this.agents.get(agentId)!;
    this.#refusable(() => {
      this.#onAgent(agentId, (agent) => engage(agent, handoffId, token, this.now));
      const said = { handoffId, agentId, reservationToken: token };
      // A command is no event of a topic: it may overtake everything.
      this.#mail.send(
        `command/${handoffId}/${agentId}/${before.revision}`,
        draft(HandoffAccepted, 'accepting', said),
      );
    });
  }

  presence(agentId: string, wanted: WantedPresence): void {
    this.#onAgent(agentId, (agent) => setPresence(agent, wanted, '', this.now));
  }

  /** Time passes; deadlines that are due fire, those of agents before or after those of handoffs. */
  pass(ms: number, agentsFirst: boolean): void {
    this.now += ms;
    const both = [() => this.#agentDeadlines(), () => this.#handoffDeadlines()];
    for (const run of agentsFirst ? both : both.reverse()) run();
  }

  /** Delivers one message: any, as long as it is the oldest of its key. */
  deliver(choice: number): boolean {
    const message = this.#mail.next(choice);
    if (!message) return false;
    this.#handle(message);
    return true;
  }

  /** Delivers something a second time. */
  repeat(choice: number): void {
    const message = this.#mail.again(choice);
    if (message) this.#handle(message);
  }

  /** Everything on its way arrives, everybody hangs up, and time passes until nothing happens any more. */
  settle(): void {
    for (const handoffId of this.#escalated) this.hangUp(handoffId);
    for (let round = 0; round < 20; round += 1) {
      while (this.deliver(round));
      this.pass(30_000, round % 2 === 0);
    }
    while (this.deliver(0));
  }

  #handle({ id, event }: Message): void {
    const once = (document: string, work: () => void) => {
      if (this.#mail.firstTime(document, id)) work();
    };
    const data = event.data as {
      handoffId: string;
      agentId: string;
      reservationToken: number;
      reason: string;
    };
    const { handoffId, agentId, reservationToken: token, reason } = data;
    const onAgent = (decide: (agent: Agent) => AgentOutcome | undefined) =>
      once(`agent/${agentId}`, () => this.#onAgent(agentId, decide));
    const onHandoff = (decide: (handoff: Handoff) => HandoffOutcome | undefined) =>
      once(`handoff/${handoffId}`, () => this.#onHandoff(handoffId, decide));

    if (event.subject === 'accepting') return once(`handoff/${handoffId}`, () => this.#accept(data));
    switch (event.type.type) {
      case AgentReserved.type: {
        const { expiresAtMs: expiresAt, why } = event.data as AgentReserved;
        onHandoff((handoff) => offer(handoff, { agentId, token, expiresAt, why }, this.#view()));
        const handoff = this.handoffs.get(handoffId);
        if (!handoff) return;
        if (isHeldBy(handoff, agentId, token) && handoff.open) return;
        return onAgent((agent) => letGo(agent, handoffId, token, 'not-waiting', this.now));
      }
      case AgentReleased.type:
        return onHandoff((handoff) => agentLost(handoff, { agentId, token, reason }, this.#view()));
      case HandoffRejected.type:
        return onAgent((agent) => letGo(agent, handoffId, token, 'rejected', this.now));
      case HandoffOfferTimedOut.type:
        return onAgent((agent) => leftUnanswered(agent, handoffId, token, this.now));
      case HandoffRescinded.type:
        return onAgent((agent) => letGo(agent, handoffId, token, reason, this.now));
      case WrapUpStarted.type: {
        const { nextHandoffId } = event.data as WrapUpStarted;
        onAgent((agent) => beginWrapUp(agent, handoffId, this.now));
        if (nextHandoffId) this.#beside(id, nextHandoffId, (handoff) => transferOver(handoff, handoffId, ''));
        return;
      }
      case HandoffReturnedToBot.type:
        return onAgent((agent) => workDone(agent, handoffId, 'returned-to-bot', this.now));
      case HandoffOffered.type: {
        const handoff = this.handoffs.get(handoffId);
        if (handoff && kindOf(handoff) === 'takeover')
          once('takeover', () => this.accept(handoffId, agentId, token));
        return;
      }
      case HandoffQueued.type:
        return once(`target/${handoffId}`, () => this.#holdTarget(handoffId));
      case HandoffRequested.type: {
        const { kind, previousHandoffId = '' } = event.data as HandoffRequested;
        if (kind === HandoffKind.HANDOFF_KIND_TAKEOVER) {
          this.#takeovers.set(event.subject, handoffId);
          if (this.#left.has(event.subject)) onHandoff((handoff) => leave(handoff, this.#view()));
          return;
        }
        if (kind !== HandoffKind.HANDOFF_KIND_TRANSFER) return;
        if (this.handoffs.get(handoffId)?.open === true)
          once('conversation', () => this.#current.set(event.subject, handoffId));
        return this.#beside(id, previousHandoffId, (handoff) =>
          successorQueued(handoff, handoffId, this.#view()),
        );
      }
      case TransferRequested.type: {
        const wish = event.data as TransferRequested;
        const asking = this.handoffs.get(wish.handoffId)!;
        const callerGone = this.#left.has(event.subject) || asking.state !== 'bridged';
        return this.begin(nextHandoff(asking, wish, this.now), callerGone);
      }
      case TransferSettled.type: {
        const { nextHandoffId, nextAgentId, outcome } = event.data as TransferSettled;
        this.#beside(id, nextHandoffId, (handoff) => consultSettled(handoff, outcome, this.#view()));
        const joins = outcome !== TransferOutcome.TRANSFER_OUTCOME_CANCELLED;
        const taken = outcome === TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED;
        if (taken && this.handoffs.get(nextHandoffId)?.open === true)
          once('conversation', () => this.#current.set(event.subject, nextHandoffId));
        if (joins) once('gateway', () => this.#bridge(event.subject, nextHandoffId, nextAgentId));
        return;
      }
      case HandoffConnected.type: {
        const { previousHandoffId } = event.data as HandoffConnected;
        if (!previousHandoffId) return;
        return this.#beside(id, previousHandoffId, (handoff) =>
          colleagueJoined(handoff, handoffId, this.#view()),
        );
      }
      case HandoffCancelled.type: {
        const { previousHandoffId } = event.data as HandoffCancelled;
        this.#beside(id, previousHandoffId, (handoff) => transferOver(handoff, handoffId, reason));
        if (agentId !== '') onAgent((agent) => workDone(agent, handoffId, reason, this.now));
        return;
      }
      case HandoffFailed.type: {
        const { previousHandoffId } = event.data as HandoffFailed;
        if (!previousHandoffId) return;
        this.#beside(id, previousHandoffId, (handoff) => transferOver(handoff, handoffId, reason));
        return once('conversation', () => {
          if (this.#current.get(event.subject) === handoffId)
            this.#current.set(event.subject, previousHandoffId);
        });
      }
      case HandoffCompleted.type:
        return onAgent((agent) => workDone(agent, handoffId, 'completed', this.now));
      case HandoffAccepted.type: {
        const { kind, previousHandoffId = '' } = event.data as HandoffAccepted;
        if (kind === HandoffKind.HANDOFF_KIND_CONSULT) {
          return this.#beside(id, previousHandoffId, (handoff) =>
            colleagueAnswered(handoff, handoffId, agentId),
          );
        }
        if (kind === HandoffKind.HANDOFF_KIND_TAKEOVER) {
          const before = new Set([previousHandoffId, this.#current.get(event.subject) ?? '']);
          before.delete(handoffId);
          for (const relieved of before) relieve(relieved, handoffId, this.#telling(id));
          once('conversation', () => this.#current.set(event.subject, handoffId));
        }
        once('gateway', () => this.#bridge(event.subject, handoffId, agentId));
        return;
      }
      case CallerBridged.type:
        return onHandoff((handoff) => callerBridged(handoff, agentId, this.now));
      default:
    }
  }

  /** The gateway brings caller and agent together, unless the caller is gone, or it fails. */
  #bridge(conversationId: string, handoffId: string, agentId: string): void {
    if (this.#left.has(conversationId) || this.#lost(handoffId)) return;
    const bridged = { handoffId, agentId, leaseToken: 2 };
    this.#mail.send(`gateway/${conversationId}`, draft(CallerBridged, conversationId, bridged));
  }

  /** What an event of one handoff changes in another. */
  #beside(id: number, handoffId: string, decide: (handoff: Handoff) => HandoffOutcome | undefined): void {
    if (handoffId === '' || !this.#mail.firstTime(`handoff/${handoffId}`, id)) return;
    this.#onHandoff(handoffId, decide);
  }

  #telling(id: number): Telling {
    return {
      handoffs: this.handoffs,
      tell: (handoffId, decide) => this.#beside(id, handoffId, decide),
      leftEarly: (handoffId) => this.#leftEarly.add(handoffId),
      view: this.#view(),
    };
  }

  #holdTarget(handoffId: string): void {
    const handoff = this.handoffs.get(handoffId);
    if (handoff?.state !== 'queued' || handoff.target === undefined) return;
    const onAgent = (id: string, decide: (agent: Agent) => AgentOutcome | undefined) =>
      this.#onAgent(id, decide);
    if (holdTarget(handoff, handoff.target.agentId, this.now, onAgent)) return;
    this.#onHandoff(handoffId, (waiting) => targetNotFree(waiting, this.#view()));
  }

  #accept({ handoffId, agentId, reservationToken: token }: HandoffAccepted): void {
    try {
      this.#onHandoff(handoffId, (handoff) => acceptOffer(handoff, { agentId, token }, this.now));
    } catch (thrown) {
      if (!(thrown instanceof BatonError)) throw thrown;
      this.#onAgent(agentId, (agent) => letGo(agent, handoffId, token, thrown.code, this.now));
    }
  }

  #agentDeadlines(): void {
    for (const [agentId, { slots }] of this.agents) {
      for (const slot of slots) {
        if (slot.kind !== 'reserved' || slot.expiresAt > this.now) continue;
        this.#onAgent(agentId, (agent) =>
          letGo(agent, slot.handoffId, slot.token, 'reservation-expired', this.now),
        );
      }
    }
  }

  #handoffDeadlines(): void {
    for (const [handoffId, handoff] of this.handoffs) {
      const at = handoffDeadline(handoff, this.#view());
      if (at === undefined || at > this.now) continue;
      this.#onHandoff(handoffId, (due) => deadlinePassed(due, this.#view()));
    }
  }

  #onHandoff(handoffId: string, decide: (handoff: Handoff) => HandoffOutcome | undefined): void {
    const handoff = this.handoffs.get(handoffId);
    const outcome = handoff && decide(handoff);
    if (!outcome) return;
    if (isFinal(handoff.state)) throw new Error(`${handoff.state} is final and changed`);
    this.handoffs.set(handoffId, { ...outcome.handoff, revision: handoff.revision + 1 });
    this.#say(outcome.events);
  }

  #onAgent(agentId: string, decide: (agent: Agent) => AgentOutcome | undefined): void {
    const agent = this.agents.get(agentId)!;
    const outcome = decide(agent);
    if (!outcome) return;
    this.agents.set(agentId, { ...outcome.agent, revision: agent.revision + 1 });
    this.#say(outcome.events);
  }

  #refusable(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      if (!(thrown instanceof BatonError)) throw thrown;
    }
  }

  readonly #say = (events: readonly EventDraft<unknown>[]): void => {
    const tell = (event: EventDraft<unknown>) =>
      this.#mail.send(`${event.type.topic}/${event.subject}`, event);
    this.log.push(...events);
    events.forEach(tell);
  };

  #view() {
    return viewAfter(this.now - tuesday);
  }
}
