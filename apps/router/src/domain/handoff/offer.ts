import { BatonError } from '@baton/kernel';
import {
  HandoffAccepted,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffRejected,
  type MatchExplanation,
} from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';
import {
  enter,
  excludedForMs,
  isHeldBy,
  withoutAgent,
  type Handoff,
  type HandoffOutcome,
} from './handoff.js';
import type { QueueView } from './queue-view.js';
import { enterQueue } from './request-handoff.js';

/** An agent who is held for a handoff. */
export interface Reservation {
  readonly agentId: string;
  readonly token: number;
  /** When the agent is free again by themselves, ms. */
  readonly expiresAt: number;
  readonly why: string;
  readonly explanation?: MatchExplanation;
}

/** The answer to an offer names whose offer it was. */
export interface OfferAnswer {
  readonly agentId: string;
  readonly token: number;
}

/** An offer ends this long before its reservation does, so that an accepted one is never still held by nobody, ms. */
export const offerEndsBeforeReservationMs = 2_000;

/** An agent is held for this handoff: offer it to them. Undefined where it no longer waits, or the hold is over. */
export function offer(
  handoff: Handoff,
  reservation: Reservation,
  view: QueueView,
): HandoffOutcome | undefined {
  const { agentId, token, explanation } = reservation;
  const { now, routing } = view;
  const match = explanation && { match: explanation };
  const expiresAt = Math.min(
    now + routing.offerSeconds * 1000,
    reservation.expiresAt - offerEndsBeforeReservationMs,
  );
  if (handoff.state !== 'queued' || expiresAt <= now || isOver(handoff, reservation)) return undefined;
  const attempts = handoff.attempts + 1;
  return {
    handoff: {
      ...enter(handoff, 'offered', now, { agent: { agentId, token, expiresAt }, ...match }),
      attempts,
    },
    events: [
      draft(HandoffOffered, handoff.conversationId, {
        handoffId: handoff.handoffId,
        queue: handoff.queue,
        agentId,
        reservationToken: token,
        offerExpiresAtMs: expiresAt,
        why: reservation.why,
        attempt: attempts,
        explanation,
      }),
    ],
  };
}

/**
 * The agent says yes. Undefined where they have said so before. Throws `offer-gone`: the offer was another's, is too old, was
 * withdrawn, or the caller has left.
 */
export function acceptOffer(handoff: Handoff, answer: OfferAnswer, now: number): HandoffOutcome | undefined {
  const { agentId, token } = answer;
  if (isHeldBy(handoff, agentId, token) && ['accepted', 'briefing', 'bridged'].includes(handoff.state)) {
    return undefined;
  }
  requireLiveOffer(handoff, answer);
  if (now >= handoff.agent!.expiresAt) throw offerGone();
  const accepted = { handoffId: handoff.handoffId, agentId, reservationToken: token };
  return {
    handoff: enter(handoff, 'accepted', now),
    events: [draft(HandoffAccepted, handoff.conversationId, accepted)],
  };
}

/** The agent says no: the caller keeps their place and the next agent is asked. Throws `offer-gone`. */
export function rejectOffer(
  handoff: Handoff,
  answer: OfferAnswer & { readonly reason: string },
  view: QueueView,
): HandoffOutcome {
  requireLiveOffer(handoff, answer);
  return rejected(handoff, answer.reason, view);
}

/** The agent did nothing for the offer time. */
export function offerTimedOut(handoff: Handoff, view: QueueView): HandoffOutcome | undefined {
  if (handoff.state !== 'offered' || view.now < handoff.agent!.expiresAt) return undefined;
  const { agentId, token } = handoff.agent!;
  const timedOut = { handoffId: handoff.handoffId, agentId, reservationToken: token };
  return requeue(handoff, [draft(HandoffOfferTimedOut, handoff.conversationId, timedOut)], 'no-answer', view);
}

/** The agent is no longer held, whatever the reason: an offer to them is worth nothing any more. */
export function agentLost(
  handoff: Handoff,
  lost: OfferAnswer & { readonly reason: string },
  view: QueueView,
): HandoffOutcome | undefined {
  if (handoff.state !== 'offered' || !isHeldBy(handoff, lost.agentId, lost.token)) return undefined;
  return rejected(handoff, lost.reason, view);
}

function rejected(handoff: Handoff, reason: string, view: QueueView): HandoffOutcome {
  const { agentId, token } = handoff.agent!;
  const no = { handoffId: handoff.handoffId, agentId, reservationToken: token, reason };
  return requeue(handoff, [draft(HandoffRejected, handoff.conversationId, no)], reason || 'rejected', view);
}

/** Back to the queue at the old place, without asking this agent again for a while. */
function requeue(
  handoff: Handoff,
  events: readonly EventDraft<unknown>[],
  reason: string,
  view: QueueView,
): HandoffOutcome {
  const { now } = view;
  const current = handoff.excluded.filter(({ until }) => until > now);
  const { agentId, token } = handoff.agent!;
  const back: Handoff = {
    ...enter(withoutAgent(handoff), 'queued', now, { reason }),
    excluded: [...current, { agentId, token, from: now, until: now + excludedForMs }].slice(-100),
  };
  const queued = enterQueue(back, view, 'The agent did not take it; the caller keeps their place.');
  return { handoff: queued.handoff, events: [...events, ...queued.events] };
}

/** The reservation was offered before and came to nothing: an old copy of its event. */
function isOver({ excluded }: Handoff, { agentId, token }: Reservation): boolean {
  return excluded.some((exclusion) => exclusion.agentId === agentId && exclusion.token >= token);
}

function requireLiveOffer(handoff: Handoff, { agentId, token }: OfferAnswer): void {
  if (handoff.state !== 'offered' || !isHeldBy(handoff, agentId, token)) throw offerGone();
}

function offerGone(): BatonError {
  return new BatonError(
    'offer-gone',
    'This offer is no longer yours: it ended, was withdrawn or went to somebody else.',
  );
}
