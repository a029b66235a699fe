import { PacketShown } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { isFinal, isHeldBy, reached, type Handoff, type HandoffOutcome } from './handoff.js';
import type { OfferAnswer } from './offer.js';

/** The packet stands on the agent's screen. The first time counts; of an offer that is gone nothing is kept. */
export function packetShown(
  handoff: Handoff,
  { agentId, token }: OfferAnswer,
  now: number,
): HandoffOutcome | undefined {
  if (isFinal(handoff.state) || !isHeldBy(handoff, agentId, token)) return undefined;
  if (handoff.times?.packetShownAt !== undefined) return undefined;
  const shown = { handoffId: handoff.handoffId, agentId, reservationToken: token, shownAtMs: now };
  return {
    handoff: reached(handoff, 'packetShownAt', now),
    events: [draft(PacketShown, handoff.conversationId, shown)],
  };
}
