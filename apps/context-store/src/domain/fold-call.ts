import {
  DisclosureKind,
  type ConsentRecorded,
  type ConversationEnded,
  type ConversationMoved,
  type ConversationStarted,
  type DisclosurePlayed,
  type TurnRecorded,
} from '@baton/contracts';
import { maxMoves, maxTurns, type Conversation } from './conversation.js';
import { actionsHeard } from './actions-heard.js';

export function started(conversation: Conversation, data: ConversationStarted): Conversation {
  return {
    ...conversation,
    packSha256: data.pack?.sha256 ?? '',
    channel: data.channel,
    language: conversation.language || data.language,
    jurisdiction: data.jurisdiction,
    // Who moved or was identified before the beginning was known here, is known better than at the beginning.
    customer:
      conversation.customer.customerId === ''
        ? (data.customer ?? conversation.customer)
        : conversation.customer,
    startedAt: data.startedAtMs,
  };
}

export function disclosed(conversation: Conversation, data: DisclosurePlayed, at: number): Conversation {
  const { kind, language, version, textSha256 } = data;
  if (kind !== DisclosureKind.DISCLOSURE_KIND_AI) return conversation;
  return { ...conversation, aiDisclosed: true, disclosure: { at, language, version, textSha256 } };
}

export function consented(conversation: Conversation, data: ConsentRecorded, at: number): Conversation {
  const { purpose, state, noticeVersion, jurisdiction } = data;
  const given = { state, noticeVersion, jurisdiction, at };
  return { ...conversation, consents: { ...conversation.consents, [purpose]: given } };
}

export function said(conversation: Conversation, data: TurnRecorded): Conversation {
  if (conversation.turns.some(({ turnIndex }) => turnIndex === data.turnIndex)) return conversation;
  const { turnIndex, speaker, text, atMs: at, agentId, replyToTurnIndex: replyTo } = data;
  const turns = [...conversation.turns, { turnIndex, speaker, text, at, agentId, replyTo }];
  if (turns.length > 1 && turns.at(-2)!.turnIndex > turnIndex)
    turns.sort((a, b) => a.turnIndex - b.turnIndex);
  const kept = turns.slice(-maxTurns);
  return { ...conversation, turns: kept, actions: actionsHeard(conversation.actions, kept) };
}

/** Moves come in the order they were made; one that comes again changes nothing. */
export function moved(conversation: Conversation, data: ConversationMoved): Conversation {
  const { leg, channel, customer } = data;
  const known = conversation.moves ?? [];
  if (known.some((move) => move.leg === leg)) return conversation;
  const moves = [...known, { leg, channel }].sort((a, b) => a.leg - b.leg).slice(-maxMoves);
  const named = customer && customer.customerId !== '' ? customer : conversation.customer;
  return { ...conversation, moves, customer: named };
}

export function ended(conversation: Conversation, data: ConversationEnded): Conversation {
  return { ...conversation, endedAt: data.endedAtMs };
}
