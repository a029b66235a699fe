import {
  AgentReleased,
  AgentReserved,
  CallerBridged,
  HandoffAccepted,
  HandoffCompleted,
  HandoffOfferTimedOut,
  HandoffRejected,
  HandoffRescinded,
  WrapUpStarted,
} from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { draft, type EventDraft } from '@baton/persistence';
import { callerBridged } from '../domain/handoff/bridge.js';
import { isFinal, isHeldBy, type Handoff, type HandoffOutcome } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import { acceptOffer, agentLost, offer, rejectOffer } from '../domain/handoff/offer.js';
import { requestHandoff } from '../domain/handoff/request-handoff.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { deadlinePassed, handoffDeadline } from '../domain/handoff/wait.js';
import { completeWrapUp, finishConversation } from '../domain/handoff/wrap-up.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { setPresence, type WantedPresence } from '../domain/workforce/presence.js';
import { registerAgent } from '../domain/workforce/register-agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { beginWrapUp, engage, leftUnanswered, letGo, workDone } from '../domain/workforce/take-work.js';
import { escalation, tuesday, viewAfter } from './handoffs.js';

/** Something on its way: an event on a topic, or the second half of a command. In order per key, in any order otherwise. */
interface Message {
  readonly id: number;
  readonly key: string;
  readonly event: EventDraft<unknown>;
}

type Told = (event: EventDraft<unknown>) => void;

/**
 * Callers, agents, the gateway and the router's own events as one world whose messages arrive late, twice and in any order across
 * keys. It holds the documents of the router and calls its pure functions the way its handlers do.
 */
export class SagaWorld {
  now = tuesday;
  readonly handoffs = new Map<string, Handoff>();
  readonly agents = new Map<string, Agent>();
  /** Everything that was ever said. */
  readonly log: EventDraft<unknown>[] = [];
  readonly #escalated = new Set<string>();
  readonly #left = new Set<string>();
  readonly #inboxes = new Map<string, Set<number>>();
  #messages: Message[] = [];
  #delivered: Message[] = [];
  #nextId = 0;

  constructor(agentIds: readonly string[]) {
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
    const { handoff, events } = requestHandoff(
      { ...asked, callerGone: this.#left.has(handoffId) },
      this.#view(),
    );
    this.handoffs.set(handoffId, handoff);
    this.#say(events);
  }

  hangUp(handoffId: string): void {
    this.#left.add(handoffId);
    this.#onHandoff(handoffId, (handoff) => leave(handoff, this.#view()));
  }

  callback(handoffId: string): void {
    this.#onHandoff(handoffId, (handoff) => scheduleCallback(handoff, this.#view(), 'asked-for-it'));
  }

  reserve(handoffId: string, agentId: string): void {
    if (this.handoffs.get(handoffId)?.state !== 'queued') return;
    const request = { handoffId, conversationId: handoffId, ttlMs: 25_000, why: '' };
    this.#onAgent(agentId, (agent) => reserve(agent, request, this.now));
  }

  /** The first of the two documents of an acceptance; the second follows as a message of its own. */
  accept(handoffId: string, agentId: string, token: number): void {
    const before = this.agents.get(agentId)!;
    this.#refusable(() => {
      this.#onAgent(agentId, (agent) => engage(agent, handoffId, token, this.now));
      const said = { handoffId, agentId, reservationToken: token };
      // A command is no event of a topic: it may overtake everything.
      this.#send(
        `command/${handoffId}/${agentId}/${before.revision}`,
        draft(HandoffAccepted, 'accepting', said),
      );
    });
  }

  reject(handoffId: string, agentId: string, token: number): void {
    this.#refusable(() =>
      this.#onHandoff(handoffId, (handoff) =>
        rejectOffer(handoff, { agentId, token, reason: 'no' }, this.#view()),
      ),
    );
  }

  finish(handoffId: string, agentId: string): void {
    this.#refusable(() =>
      this.#onHandoff(handoffId, (handoff) => finishConversation(handoff, agentId, this.#view())),
    );
  }

  writeUp(handoffId: string, agentId: string): void {
    const wrapUp = { agentId, disposition: 'resolved', note: '' };
    this.#refusable(() =>
      this.#onHandoff(handoffId, (handoff) => completeWrapUp(handoff, wrapUp, this.#view())),
    );
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
    const keys = [...new Set(this.#messages.map(({ key }) => key))];
    const key = keys[choice % Math.max(1, keys.length)];
    const message = this.#messages.find((candidate) => candidate.key === key);
    if (!message) return false;
    this.#messages = this.#messages.filter(({ id }) => id !== message.id);
    this.#delivered.push(message);
    this.#handle(message);
    return true;
  }

  /** Delivers something a second time. */
  repeat(choice: number): void {
    const message = this.#delivered[choice % Math.max(1, this.#delivered.length)];
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
      const inbox = this.#inboxes.get(document) ?? new Set();
      this.#inboxes.set(document, inbox);
      if (inbox.has(id)) return;
      inbox.add(id);
      work();
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
        const handoff = this.handoffs.get(handoffId)!;
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
      case WrapUpStarted.type:
        return onAgent((agent) => beginWrapUp(agent, handoffId, this.now));
      case HandoffCompleted.type:
        return onAgent((agent) => workDone(agent, handoffId, 'completed', this.now));
      case HandoffAccepted.type: {
        // The gateway bridges, unless the caller is gone.
        const bridged = { handoffId, agentId, leaseToken: 2 };
        if (!this.#left.has(handoffId)) {
          once('gateway', () => this.#send(`gateway/${handoffId}`, draft(CallerBridged, handoffId, bridged)));
        }
        return;
      }
      case CallerBridged.type:
        return onHandoff((handoff) => callerBridged(handoff, agentId, this.now));
      default:
    }
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
    const tell: Told = (event) => this.#send(`${event.type.topic}/${event.subject}`, event);
    this.log.push(...events);
    events.forEach(tell);
  };

  #send(key: string, event: EventDraft<unknown>): void {
    this.#messages.push({ id: (this.#nextId += 1), key, event });
  }

  #view() {
    return viewAfter(this.now - tuesday);
  }
}
