import {
  DisclosureKind,
  type ConsentRecorded,
  type ConversationEnded,
  type ConversationStarted,
  type DisclosurePlayed,
  type TurnRecorded,
} from '@baton/contracts';
import { maxTurns, type Conversation } from './conversation.js';
import { actionsHeard } from './actions-heard.js';

export function started(conversation: Conversation, data: ConversationStarted): Conversation {
  return {
    ...conversation,
    packSha256: data.pack?.sha256 ?? '',
    channel: data.channel,
    language: conversation.language || data.language,
    jurisdiction: data.jurisdiction,
    customer: data.customer ?? conversation.customer,
    startedAt: data.startedAtMs,
  };
}

export function disclosed(conversation: Conversation, data: DisclosurePlayed): Conversation {
  return data.kind === DisclosureKind.DISCLOSURE_KIND_AI
    ? { ...conversation, aiDisclosed: true }
    : conversation;
}

export function consented(conversation: Conversation, data: ConsentRecorded): Conversation {
  const { purpose, state, noticeVersion } = data;
  return { ...conversation, consents: { ...conversation.consents, [purpose]: { state, noticeVersion } } };
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

export function ended(conversation: Conversation, data: ConversationEnded): Conversation {
  return { ...conversation, endedAt: data.endedAtMs };
}
