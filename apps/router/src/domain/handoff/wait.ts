import { isOpen, nextStepAt } from '@baton/policy';
import { announce, firstCallbackOfferAt } from './announce.js';
import { notBridged } from './bridge.js';
import { bridgeWithinMs, longestWaitMs, type Handoff, type HandoffOutcome } from './handoff.js';
import { offerTimedOut } from './offer.js';
import { queueOf, type QueueView } from './queue-view.js';
import { enterQueue } from './request-handoff.js';
import { scheduleCallback } from './schedule-callback.js';
import { wrapUpExpired } from './wrap-up.js';

/** When the handoff's present state wants to be looked at, ms; undefined where it ends from outside only. */
export function handoffDeadline(
  handoff: Handoff,
  { routing }: Pick<QueueView, 'routing'>,
): number | undefined {
  switch (handoff.state) {
    case 'queued':
      return queueDeadline(handoff, { routing });
    case 'offered':
      return handoff.agent!.expiresAt;
    case 'accepted':
    case 'briefing':
      return handoff.since + bridgeWithinMs;
    case 'wrap-up':
      return handoff.wrapUpUntil;
    default:
      return undefined;
  }
}

/** Does what the passed deadline asks for. Undefined where it is not due, or not any more. */
export function deadlinePassed(handoff: Handoff, view: QueueView): HandoffOutcome | undefined {
  switch (handoff.state) {
    case 'queued':
      return waited(handoff, view);
    case 'offered':
      return offerTimedOut(handoff, view);
    case 'accepted':
    case 'briefing':
      return notBridged(handoff, view);
    case 'wrap-up':
      return wrapUpExpired(handoff, view.now);
    default:
      return undefined;
  }
}

/** How long somebody is kept waiting before they are rung instead, ms. Where nobody works, the offer is heard and repeated. */
function longestWait(handoff: Handoff, { routing }: Pick<QueueView, 'routing'>): number {
  return handoff.queueOpen ? longestWaitMs : Math.max(60_000, 3 * routing.announce.everySeconds * 1000);
}

function waited(handoff: Handoff, view: QueueView): HandoffOutcome {
  const { now, routing } = view;
  if (now >= handoff.waitingSince + longestWait(handoff, view)) {
    return scheduleCallback(handoff, view, 'waited-too-long')!;
  }
  const opened = !handoff.queueOpen && isOpen(queueOf(routing, handoff.queue).hours, now);
  const looked: HandoffOutcome = opened
    ? enterQueue({ ...handoff, queueOpen: true, waitingSince: now }, view, `${handoff.queue} has opened.`)
    : { handoff: { ...handoff, lookedAt: now }, events: [] };
  const offerAt = firstCallbackOfferAt(looked.handoff, view);
  const due = looked.handoff.announcements.nextAt <= now || (offerAt !== undefined && offerAt <= now);
  if (!due) return looked;
  const announced = announce(looked.handoff, view);
  return { handoff: announced.handoff, events: [...looked.events, ...announced.events] };
}

function queueDeadline(handoff: Handoff, { routing }: Pick<QueueView, 'routing'>): number {
  const { waitingSince, lookedAt, announcements } = handoff;
  const waitedSeconds = (lookedAt - waitingSince) / 1000;
  const step = nextStepAt(queueOf(routing, handoff.queue), waitedSeconds);
  return Math.min(
    announcements.nextAt,
    firstCallbackOfferAt(handoff, { routing }) ?? Number.POSITIVE_INFINITY,
    step === undefined ? Number.POSITIVE_INFINITY : waitingSince + step * 1000,
    waitingSince + longestWait(handoff, { routing }),
  );
}
