import {
  AgentReleased,
  AgentReserved,
  HandoffCompleted,
  HandoffOfferTimedOut,
  HandoffRejected,
  HandoffRescinded,
  HandoffReturnedToBot,
  WrapUpStarted,
} from '@baton/contracts';
import type { EventType } from '@baton/eventing';
import type { EventDraft } from '@baton/persistence';
import { isHeldBy, type Handoff, type HandoffOutcome } from '../domain/handoff/handoff.js';
import { agentLost, offer } from '../domain/handoff/offer.js';
import type { QueueView } from '../domain/handoff/queue-view.js';
import type { Agent, AgentOutcome } from '../domain/workforce/agent.js';
import { beginWrapUp, leftUnanswered, letGo, workDone } from '../domain/workforce/take-work.js';

/** The documents an event is followed on. */
export interface FollowedDocuments {
  changeHandoff(
    handoffId: string,
    decide: (handoff: Handoff, view: QueueView) => HandoffOutcome | undefined,
  ): Handoff | undefined;
  changeAgent(agentId: string, decide: (agent: Agent, now: number) => AgentOutcome | undefined): void;
}

type Follow = (data: unknown, documents: FollowedDocuments) => void;

/** What the router's handlers do with the router's own events, on documents in memory. */
const follows = new Map<EventType<never>, Follow>([
  on(AgentReserved, ({ agentId, handoffId, reservationToken: token, expiresAtMs, why }, documents) => {
    const reservation = { agentId, token, expiresAt: expiresAtMs, why };
    const handoff = documents.changeHandoff(handoffId, (waiting, view) => offer(waiting, reservation, view));
    if (handoff && isHeldBy(handoff, agentId, token) && handoff.open) return;
    documents.changeAgent(agentId, (agent, now) => letGo(agent, handoffId, token, 'not-waiting', now));
  }),
  on(AgentReleased, ({ agentId, handoffId, reservationToken: token, reason }, documents) => {
    documents.changeHandoff(handoffId, (handoff, view) =>
      agentLost(handoff, { agentId, token, reason }, view),
    );
  }),
  on(HandoffRejected, ({ agentId, handoffId, reservationToken: token }, documents) => {
    documents.changeAgent(agentId, (agent, now) => letGo(agent, handoffId, token, 'rejected', now));
  }),
  on(HandoffOfferTimedOut, ({ agentId, handoffId, reservationToken: token }, documents) => {
    documents.changeAgent(agentId, (agent, now) => leftUnanswered(agent, handoffId, token, now));
  }),
  on(HandoffRescinded, ({ agentId, handoffId, reservationToken: token, reason }, documents) => {
    documents.changeAgent(agentId, (agent, now) => letGo(agent, handoffId, token, reason, now));
  }),
  on(WrapUpStarted, ({ agentId, handoffId }, documents) => {
    documents.changeAgent(agentId, (agent, now) => beginWrapUp(agent, handoffId, now));
  }),
  on(HandoffCompleted, ({ agentId, handoffId }, documents) => {
    documents.changeAgent(agentId, (agent, now) => workDone(agent, handoffId, 'completed', now));
  }),
  on(HandoffReturnedToBot, ({ agentId, handoffId }, documents) => {
    documents.changeAgent(agentId, (agent, now) => workDone(agent, handoffId, 'returned-to-bot', now));
  }),
]);

/** Does what the router does when it hears of its own event; nothing for events it leaves to others. */
export function followEvent({ type, data }: EventDraft<unknown>, documents: FollowedDocuments): void {
  follows.get(type as EventType<never>)?.(data, documents);
}

function on<T>(
  type: EventType<T>,
  follow: (data: T, documents: FollowedDocuments) => void,
): [EventType<never>, Follow] {
  return [type as unknown as EventType<never>, follow as Follow];
}
