import { Channel, type PreviousContact } from '@baton/contracts';
import type { Conversation } from './conversation.js';

/** How many earlier conversations a packet tells of. */
export const maxPreviousContacts = 5;

/** An earlier conversation in a line; `titleOf` names an intent for people. */
export function previousContact(
  conversationId: string,
  { channel, startedAt, intents, handoff, assist }: Conversation,
  titleOf: (intent: string) => string,
): PreviousContact {
  return {
    conversationId,
    channel: channel ?? Channel.CHANNEL_UNSPECIFIED,
    startedAtMs: startedAt,
    contactReasons: [...new Set(intents.map(({ intent }) => intent))].map(titleOf),
    outcome: handoff?.state ?? 'bot',
    summary: assist?.summary ?? '',
  };
}
