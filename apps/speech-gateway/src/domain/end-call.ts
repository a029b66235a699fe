import { ConversationEnded, type EndReason } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
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
