import type { HandoffPacket } from './handoff-packet.js';
import type { RetentionMessage } from './packet-message.js';
import { present } from './present.js';
import { instantOf } from './proto-names.js';

/** How long the conversation is kept, and where. */
export function retentionFrom(message: RetentionMessage): NonNullable<HandoffPacket['retention']> {
  return {
    conversationDays: message.conversationDays,
    decisionsDays: message.decisionsDays,
    ...present('deleteAfter', instantOf(message.deleteAfterMs)),
    ...present('jurisdiction', message.jurisdiction),
    residency: [...message.residency],
  };
}
