import { ConversationEnded, EndReason } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import { firstLeg } from './leg.js';
import type { Outcome } from './outcome.js';

/** The call is over; whoever still rings is told by the event. Ending twice changes nothing. */
export function endCall(
  conversationId: string,
  call: Call,
  reason: EndReason,
  now: number,
): Outcome | undefined {
  if (call.phase === 'ended') return undefined;
  return {
    call: { ...call, phase: 'ended', gates: [], endReason: reason },
    events: [draft(ConversationEnded, conversationId, { reason, endedAtMs: now })],
  };
}

/** The caller left a leg. That ends the call, unless they had gone on to another leg by then. */
export function legLeft(conversationId: string, call: Call, leg: number, now: number): Outcome | undefined {
  return (call.leg ?? firstLeg).number === leg
    ? endCall(conversationId, call, EndReason.END_REASON_CALLER_HUNG_UP, now)
    : undefined;
}
