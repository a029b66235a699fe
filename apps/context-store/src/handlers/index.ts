import {
  AssistUpdated,
  BotReplied,
  CallbackScheduled,
  ConsentRecorded,
  ConversationEnded,
  ConversationStarted,
  DisclosurePlayed,
  EscalationDecided,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffCompleted,
  HandoffConnected,
  HandoffFailed,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffQueued,
  HandoffRejected,
  HandoffReturnedToBot,
  SentimentScored,
  TurnDecided,
  TurnRecorded,
  TurnUnderstood,
  WrapUpStarted,
} from '@baton/contracts';
import { consented, disclosed, ended, said, started } from '../domain/fold-call.js';
import { handoffMoved } from '../domain/fold-handoff.js';
import { assisted, decided, replied, scored, understood } from '../domain/fold-meaning.js';
import { foldHandler } from './fold-handler.js';

/** What every event of a call changes in the conversation. */
export const contextHandlers = [
  foldHandler(ConversationStarted, started),
  foldHandler(DisclosurePlayed, disclosed),
  foldHandler(ConsentRecorded, consented),
  foldHandler(TurnRecorded, said),
  foldHandler(ConversationEnded, ended),
  foldHandler(TurnUnderstood, understood),
  foldHandler(BotReplied, replied),
  foldHandler(SentimentScored, scored),
  foldHandler(TurnDecided, (conversation, { decision }) => decided(conversation, decision)),
  foldHandler(EscalationDecided, (conversation, { decision, handoffId }) =>
    handoffMoved(
      decided(conversation, decision),
      handoffId,
      conversation.handoff?.id === handoffId ? conversation.handoff.state : 'requested',
    ),
  ),
  foldHandler(HandoffQueued, (conversation, { handoffId, queue }) =>
    handoffMoved(conversation, handoffId, 'queued', { queue, agentId: '' }),
  ),
  foldHandler(HandoffOffered, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'offered', { agentId }),
  ),
  foldHandler(HandoffAccepted, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'accepted', { agentId }),
  ),
  foldHandler(HandoffRejected, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'queued', { agentId: '' }),
  ),
  foldHandler(HandoffOfferTimedOut, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'queued', { agentId: '' }),
  ),
  foldHandler(HandoffConnected, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'bridged', { agentId }),
  ),
  foldHandler(WrapUpStarted, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'wrap-up', { agentId }),
  ),
  foldHandler(HandoffCompleted, (conversation, { handoffId, agentId }) =>
    handoffMoved(conversation, handoffId, 'completed', { agentId }),
  ),
  foldHandler(HandoffAbandoned, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'abandoned'),
  ),
  foldHandler(HandoffFailed, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'failed'),
  ),
  foldHandler(HandoffReturnedToBot, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'returned-to-bot'),
  ),
  foldHandler(CallbackScheduled, (conversation, { handoffId }) =>
    handoffMoved(conversation, handoffId, 'callback-scheduled'),
  ),
  foldHandler(AssistUpdated, assisted),
];
