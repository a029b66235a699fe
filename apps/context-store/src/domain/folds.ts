import {
  AssistUpdated,
  BotReplied,
  CallbackScheduled,
  ConsentRecorded,
  ConversationEnded,
  ConversationMoved,
  ConversationStarted,
  DisclosurePlayed,
  EscalationDecided,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffCancelled,
  HandoffCompleted,
  HandoffConnected,
  HandoffFailed,
  HandoffMessageTaken,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffQueued,
  HandoffRejected,
  HandoffReturnedToBot,
  SentimentScored,
  TurnDecided,
  TurnRecorded,
  TransferRequested,
  TransferSettled,
  TurnUnderstood,
  WrapUpStarted,
  type EventDefinition,
} from '@baton/contracts';
import { consented, disclosed, ended, moved, said, started } from './fold-call.js';
import { passedOn, returned } from './fold-notes.js';
import { backToHandoff, consultBegun, consultHandedOver, handoffMoved } from './fold-handoff.js';
import { assisted, decided, replied, scored, understood } from './fold-meaning.js';
import type { Conversation } from './conversation.js';

/** What one kind of event changes in the conversation. */
export interface Fold<T = unknown> {
  readonly type: EventDefinition<T>;
  /** `at`: when it happened, milliseconds since the Unix epoch. */
  apply(conversation: Conversation, data: T, at: number): Conversation;
}

function foldOf<T>(type: EventDefinition<T>, apply: Fold<T>['apply']): Fold {
  return { type, apply };
}

/** What every event of a call changes in the conversation. */
export const folds: readonly Fold[] = [
  foldOf(ConversationStarted, started),
  foldOf(DisclosurePlayed, disclosed),
  foldOf(ConsentRecorded, consented),
  foldOf(TurnRecorded, said),
  foldOf(ConversationEnded, ended),
  foldOf(ConversationMoved, moved),
  foldOf(TurnUnderstood, understood),
  foldOf(BotReplied, replied),
  foldOf(SentimentScored, scored),
  foldOf(TurnDecided, (conversation, { decision }) => decided(conversation, decision)),
  foldOf(EscalationDecided, (conversation, { decision, handoffId }) =>
    handoffMoved(
      decided(conversation, decision),
      handoffId,
      conversation.handoff?.id === handoffId ? conversation.handoff.state : 'requested',
    ),
  ),
  foldOf(HandoffQueued, (conversation, { handoffId, queue }) =>
    handoffMoved(conversation, handoffId, 'queued', { queue, agentId: '' }),
  ),
  foldOf(HandoffOffered, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'offered', { agentId }),
  ),
  foldOf(HandoffAccepted, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'accepted', { agentId }),
  ),
  foldOf(HandoffRejected, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'queued', { agentId: '' }),
  ),
  foldOf(HandoffOfferTimedOut, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'queued', { agentId: '' }),
  ),
  foldOf(HandoffConnected, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'bridged', { agentId }),
  ),
  foldOf(WrapUpStarted, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'wrap-up', { agentId }),
  ),
  foldOf(HandoffCompleted, (conversation, { handoffId, agentId, disposition }) =>
    handoffMoved(conversation, handoffId, 'completed', { agentId, disposition }),
  ),
  foldOf(HandoffAbandoned, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'abandoned'),
  ),
  foldOf(HandoffFailed, (conversation, { handoffId, previousHandoffId = '' }) =>
    backToHandoff(conversation, { handoffId, previousHandoffId, state: 'failed' }),
  ),
  foldOf(HandoffReturnedToBot, (conversation, data) =>
    handoffMoved(returned(conversation, data), data.handoffId, 'returned-to-bot'),
  ),
  foldOf(TransferRequested, (conversation, data) => consultBegun(passedOn(conversation, data), data)),
  foldOf(TransferSettled, consultHandedOver),
  foldOf(HandoffCancelled, (conversation, { handoffId, previousHandoffId }) =>
    backToHandoff(conversation, { handoffId, previousHandoffId, state: 'cancelled' }),
  ),
  foldOf(HandoffMessageTaken, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'message-left'),
  ),
  foldOf(CallbackScheduled, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'callback-scheduled'),
  ),
  foldOf(AssistUpdated, assisted),
];
