import { QueuePositionAnnounced } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Handoff, HandoffOutcome } from './handoff.js';
import { expectedWaitSeconds, queueOf, type QueueFacts, type QueueView } from './queue-view.js';
import { sentenceFor, type Sentence } from './sentence-for.js';

/** Announcements between two offers of a callback, so that it is heard and does not nag. */
const announcementsBetweenOffers = 3;

/** Tells the waiting caller where they stand, and offers a callback where that is due. */
export function announce(handoff: Handoff, view: QueueView): HandoffOutcome {
  const { now, routing } = view;
  const facts = view.measure(handoff);
  const offersCallback = !handoff.queueOpen || facts.serving === 0 || callbackOfferDue(handoff, view);
  const { text, language } = words(handoff, facts, offersCallback, view);
  const { count, sinceCallbackOffer } = handoff.announcements;
  const since = offersCallback ? 0 : sinceCallbackOffer < 0 ? -1 : sinceCallbackOffer + 1;
  const nextAt = now + routing.announce.everySeconds * 1000;
  return {
    handoff: { ...handoff, announcements: { nextAt, count: count + 1, sinceCallbackOffer: since } },
    events: [
      draft(QueuePositionAnnounced, handoff.conversationId, {
        handoffId: handoff.handoffId,
        position: facts.position,
        expectedWaitSeconds: expectedWaitSeconds(facts, routing),
        text,
        language,
        callbackOffered: offersCallback,
      }),
    ],
  };
}

/** When the first offer of a callback is due, ms; undefined once there was one. */
export function firstCallbackOfferAt(
  { announcements, waitingSince, queue }: Handoff,
  view: Pick<QueueView, 'routing'>,
) {
  if (announcements.sinceCallbackOffer >= 0) return undefined;
  const { steps } = queueOf(view.routing, queue);
  const step = steps.find(({ callback }) => callback === 'offer')?.afterSeconds ?? Number.POSITIVE_INFINITY;
  return waitingSince + Math.min(view.routing.callback.offerAfterSeconds, step) * 1000;
}

function callbackOfferDue(handoff: Handoff, view: QueueView): boolean {
  const first = firstCallbackOfferAt(handoff, view);
  if (first !== undefined) return view.now >= first;
  return handoff.announcements.sinceCallbackOffer + 1 >= announcementsBetweenOffers;
}

function words(handoff: Handoff, facts: QueueFacts, offersCallback: boolean, view: QueueView): Sentence {
  const { routing, languages } = view;
  const { closed, position, callbackOffer } = routing.announce;
  const say = (text: typeof closed, values?: Readonly<Record<string, string>>) =>
    sentenceFor(text, handoff.language, languages, values);
  if (!handoff.queueOpen) return say(handoff.announcements.count === 0 ? closed : callbackOffer);
  const minutes = Math.max(1, Math.ceil(expectedWaitSeconds(facts, routing) / 60));
  const standing = say(position, { position: `${facts.position}`, minutes: `${minutes}` });
  if (!offersCallback) return standing;
  return { ...standing, text: `${standing.text} ${say(callbackOffer).text}` };
}
