import type { Signals } from '../signals.js';
import type { RecordedTurn } from './recorded-call.js';

/**
 * How a conversation would differ from its recording because of what another policy decided in earlier turns. Of all signals only
 * offers of a human and their answers follow from decisions; everything else is what the caller said.
 */
export interface Course {
  /** Offers the other policy made more (or, below 0, fewer) than were recorded, before this turn. */
  readonly offersMore: number;
  /** Recorded refusals of offers that the other policy did not make. */
  readonly refusalsFewer: number;
  /** Recorded acceptances of offers that the other policy did not make. */
  readonly acceptancesFewer: number;
  /** `turn.customerTurns` of the last refusal that still stands. */
  readonly lastRefusal?: number;
  /** Of the turn before. */
  readonly last?: { readonly turn: RecordedTurn; readonly offered: boolean };
}

/** Nothing differs yet. */
export const asRecorded: Course = { offersMore: 0, refusalsFewer: 0, acceptancesFewer: 0 };

/** A turn as it would have been on this course. */
export interface TurnOnCourse {
  readonly signals: Signals;
  /** The course with this turn's answer taken in. */
  readonly course: Course;
  /** The recorded turn answers an offer that would not have been made. */
  readonly answersNothing: boolean;
}

/** The signals of a recorded turn as they would have been, given what the other policy decided before. */
export function onCourse(course: Course, turn: RecordedTurn): TurnOnCourse {
  const { signals } = turn;
  const { last } = course;
  const refused = signals.offers.declined > (last?.turn.signals.offers.declined ?? 0);
  const recordedOffer = last?.turn.outcome.verdict === 'offer-human';
  const offerMissing = recordedOffer && last?.offered === false;
  const refusesNothing = offerMissing && refused;
  const acceptsNothing = offerMissing && acceptedOffer(signals);
  const next: Course = {
    ...course,
    refusalsFewer: course.refusalsFewer + (refusesNothing ? 1 : 0),
    acceptancesFewer: course.acceptancesFewer + (acceptsNothing ? 1 : 0),
    ...(refused && !refusesNothing ? { lastRefusal: signals.turn.customerTurns } : {}),
  };
  return {
    signals: adjusted(signals, next, acceptsNothing),
    course: next,
    answersNothing: refusesNothing || acceptsNothing,
  };
}

/** The course after the other policy decided the turn. */
export function afterDeciding(course: Course, turn: RecordedTurn, offered: boolean): Course {
  const recordedOffer = turn.outcome.verdict === 'offer-human';
  const offersMore = course.offersMore + (offered ? 1 : 0) - (recordedOffer ? 1 : 0);
  return { ...course, offersMore, last: { turn, offered } };
}

/** An accepted offer is recorded as a request for a person that is certain and was not keyed. */
function acceptedOffer({ humanRequest }: Signals): boolean {
  return humanRequest.value && !humanRequest.keyed && humanRequest.score === 1;
}

function adjusted(signals: Signals, course: Course, acceptsNothing: boolean): Signals {
  const { offersMore, refusalsFewer, acceptancesFewer } = course;
  if (offersMore === 0 && refusalsFewer === 0 && acceptancesFewer === 0) return signals;
  const { offers, humanRequest, turn } = signals;
  const since = course.lastRefusal === undefined ? -1 : turn.customerTurns - course.lastRefusal;
  return {
    ...signals,
    offers: {
      made: Math.max(0, offers.made + offersMore),
      declined: Math.max(0, offers.declined - refusalsFewer),
      turnsSinceDecline: refusalsFewer === 0 ? offers.turnsSinceDecline : since,
    },
    humanRequest: {
      ...humanRequest,
      ...(acceptsNothing ? { value: false, score: 0 } : {}),
      count: Math.max(0, humanRequest.count - acceptancesFewer),
    },
  };
}
