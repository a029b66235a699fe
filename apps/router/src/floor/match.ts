import type { MatchExplanation } from '@baton/contracts';
import type { RoutingConfig } from '@baton/packs';
import type { Place } from '../domain/handoff/queue-view.js';
import type { ReservationRequest } from '../domain/workforce/reservation.js';
import { slotKindOf } from '../domain/workforce/slot.js';
import type { Floor } from './floor.js';

/** An agent for a caller, as far as matching looks. */
export interface MatchedAgent {
  readonly agent: { readonly id: string };
  /** One sentence for the record. */
  readonly why: string;
  readonly explanation?: MatchExplanation;
}

/** What bringing callers and agents together asks of a floor. */
export interface MatchedFloor<A extends MatchedAgent = MatchedAgent> extends Pick<
  Floor,
  'waiting' | 'placeFor' | 'waitingInOrder' | 'hasFreeAgents'
> {
  agentFor(place: Place, now: number): A | undefined;
}

/** What calls for a match: a caller who waits, an agent who is free, or a look over everybody. */
export type MatchOccasion =
  | { readonly kind: 'handoff-waits'; readonly handoffId: string }
  | { readonly kind: 'agent-free'; readonly agentId: string }
  | { readonly kind: 'look-over' };

/** A caller, and the agent to hold for them. */
export interface Match<A extends MatchedAgent = MatchedAgent> {
  readonly place: Place;
  readonly found: A;
}

/** A reservation outlives its offer by this, so that an answer in the last moment still finds the agent held, ms. */
const reservationMarginMs = 5_000;

/**
 * The handoffs to look for an agent for, one after the other: who comes later is asked of the floor as the matches before have left it.
 * For an agent who is free that is the caller they are to be offered first, who then gets the best agent for them; as long as the agent
 * can take another, the next one. The same caller once more ends it: somebody better was found for them, or nobody.
 */
export function* handoffsToMatch(
  floor: MatchedFloor,
  tenantId: string,
  occasion: MatchOccasion,
  now: () => number,
): Generator<string, void> {
  if (occasion.kind === 'handoff-waits') yield occasion.handoffId;
  else if (occasion.kind === 'agent-free') {
    let before = '';
    for (;;) {
      const place = floor.placeFor(tenantId, occasion.agentId, now());
      if (!place || place.handoffId === before) return;
      before = place.handoffId;
      yield before;
    }
  } else {
    if (!floor.hasFreeAgents(tenantId)) return;
    for (const { handoffId } of floor.waitingInOrder(tenantId, now())) {
      yield handoffId;
      if (!floor.hasFreeAgents(tenantId)) return;
    }
  }
}

/** The agent to hold for this handoff now; undefined where it does not wait, or nobody fits. */
export function matchForHandoff<A extends MatchedAgent>(
  floor: MatchedFloor<A>,
  tenantId: string,
  handoffId: string,
  now: number,
): Match<A> | undefined {
  const place = floor.waiting(tenantId, handoffId);
  const found = place && floor.agentFor(place, now);
  return place && found && { place, found };
}

/** What is asked of the agent's document for a match: a slot for as long as the offer may ring, and a moment. */
export function reservationFor(
  { place, found }: Match,
  { offerSeconds }: Pick<RoutingConfig, 'offerSeconds'>,
  leaseToken?: number,
): ReservationRequest {
  const { handoffId, conversationId, queue, channel } = place;
  return {
    handoffId,
    conversationId,
    ttlMs: offerSeconds * 1000 + reservationMarginMs,
    why: found.why,
    channel: slotKindOf(channel),
    queue,
    ...(found.explanation === undefined ? {} : { explanation: found.explanation }),
    ...(leaseToken === undefined ? {} : { leaseToken }),
  };
}
