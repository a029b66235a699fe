import type { Channel, TimelineEntry } from '@baton/contracts';
import { sentenceIn, type Pack } from '@baton/packs';
import type { Conversation } from './conversation.js';

/** Entries a timeline has unless told otherwise, and at most. */
export const timelineLength = { usual: 20, most: 100 };

/** One conversation as a line of its customer's timeline. */
export function timelineEntry(conversationId: string, conversation: Conversation, pack: Pack): TimelineEntry {
  const { intents, handoff, assist } = conversation;
  const titles = intents.map(({ intent }) => {
    const found = pack.bot.intents.find(({ name }) => name === intent);
    return found ? sentenceIn(found.title, ...pack.languages) : intent;
  });
  return {
    conversationId,
    channels: channelsOf(conversation),
    startedAtMs: conversation.startedAt,
    endedAtMs: conversation.endedAt,
    contactReasons: [...new Set(titles)],
    verdict: conversation.verdict,
    handoffState: handoff?.state ?? '',
    agentId: handoff?.agentId ?? '',
    disposition: handoff?.disposition ?? '',
    summary: assist?.summary ?? '',
    turns: conversation.turns.length,
  };
}

/** The channels of a conversation in the order it moved through them. */
export function channelsOf({ channel, moves = [] }: Conversation): Channel[] {
  return [...(channel === undefined ? [] : [channel]), ...moves.map((move) => move.channel)];
}

/** How many earlier conversations a packet tells of. */
export const maxPreviousContacts = 10;
