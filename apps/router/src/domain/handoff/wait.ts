import { isOpen, nextStepAt } from '@baton/policy';
import { announce, firstCallbackOfferAt } from './announce.js';
import { bridgeTimeMs, notBridged, transferFailed } from './bridge.js';
import { cancelHandoff } from './cancel.js';
import {
  consultLimitMs,
  consultWaitMs,
  kindOf,
  longestWaitMs,
  takeoverWithinMs,
  targetWithinMs,
  type Handoff,
  type HandoffOutcome,
} from './handoff.js';
import { offerTimedOut, targetNotFree } from './offer.js';
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
      return handoff.since + bridgeTimeMs(handoff);
    case 'consulting':
      return handoff.since + consultLimitMs;
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
    case 'consulting':
      return view.now < handoff.since + consultLimitMs
        ? undefined
        : cancelHandoff(handoff, 'consult-too-long', view.now);
    case 'wrap-up':
      return wrapUpExpired(handoff, view.now);
    default:
      return undefined;
  }
}

/** How long somebody is kept waiting before they are rung instead, ms. Where nobody works, the offer is heard and repeated. */
function longestWait(handoff: Handoff, { routing }: Pick<QueueView, 'routing'>): number {
  const kind = kindOf(handoff);
  if (kind === 'consult') return consultWaitMs;
  if (kind === 'takeover') return takeoverWithinMs;
  if (handoff.callback) return handoff.callback.until - handoff.waitingSince;
  return handoff.queueOpen ? longestWaitMs : Math.max(60_000, 3 * routing.announce.everySeconds * 1000);
}

/** A caller on hold, with their agent or not on the line yet is told nothing of a queue. */
function isCallerListening(handoff: Handoff): boolean {
  return ['escalation', 'transfer'].includes(kindOf(handoff));
}

function waited(handoff: Handoff, view: QueueView): HandoffOutcome {
  const { now, routing } = view;
  if (now >= handoff.waitingSince + longestWait(handoff, view)) {
    return waitedTooLong(handoff, view);
  }
  if (handoff.target !== undefined && now >= handoff.since + targetWithinMs)
    return targetNotFree(handoff, view)!;
  const opened = !handoff.queueOpen && isOpen(queueOf(routing, handoff.queue).hours, now);
  const looked: HandoffOutcome = opened
    ? enterQueue({ ...handoff, queueOpen: true, waitingSince: now }, view, `${handoff.queue} has opened.`)
    : { handoff: { ...handoff, lookedAt: now }, events: [] };
  if (!isCallerListening(handoff)) return looked;
  const offerAt = firstCallbackOfferAt(looked.handoff, view);
  const due = looked.handoff.announcements.nextAt <= now || (offerAt !== undefined && offerAt <= now);
  if (!due) return looked;
  const announced = announce(looked.handoff, view);
  return { handoff: announced.handoff, events: [...looked.events, ...announced.events] };
}

function waitedTooLong(handoff: Handoff, view: QueueView): HandoffOutcome {
  const kind = kindOf(handoff);
  if (kind === 'consult' || kind === 'takeover') return cancelHandoff(handoff, 'nobody-free', view.now)!;
  if (kind === 'callback') return transferFailed(handoff, 'nobody-free', view.now);
  return scheduleCallback(handoff, view, 'waited-too-long')!;
}

function queueDeadline(handoff: Handoff, { routing }: Pick<QueueView, 'routing'>): number {
  const { waitingSince, lookedAt, announcements } = handoff;
  const waitedSeconds = (lookedAt - waitingSince) / 1000;
  const step = nextStepAt(queueOf(routing, handoff.queue), waitedSeconds);
  const listening = isCallerListening(handoff);
  return Math.min(
    listening ? announcements.nextAt : Number.POSITIVE_INFINITY,
    (listening ? firstCallbackOfferAt(handoff, { routing }) : undefined) ?? Number.POSITIVE_INFINITY,
    step === undefined ? Number.POSITIVE_INFINITY : waitingSince + step * 1000,
    waitingSince + longestWait(handoff, { routing }),
    handoff.target === undefined ? Number.POSITIVE_INFINITY : handoff.since + targetWithinMs,
  );
}
