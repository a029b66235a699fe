import { AgentReleasedHandler } from './agent-released.handler.js';
import { AgentReservedHandler } from './agent-reserved.handler.js';
import { CallbackScheduledHandler } from './callback-scheduled.handler.js';
import { CallerBridgedHandler } from './caller-bridged.handler.js';
import { ConversationEndedHandler } from './conversation-ended.handler.js';
import { ConversationStartedHandler } from './conversation-started.handler.js';
import { EscalationDecidedHandler } from './escalation-decided.handler.js';
import { HandoffCompletedHandler } from './handoff-completed.handler.js';
import { HandoffFailedHandler } from './handoff-failed.handler.js';
import { HandoffOfferTimedOutHandler } from './handoff-offer-timed-out.handler.js';
import { HandoffRejectedHandler } from './handoff-rejected.handler.js';
import { HandoffRescindedHandler } from './handoff-rescinded.handler.js';
import { HandoffReturnedToBotHandler } from './handoff-returned-to-bot.handler.js';
import { HumanRequestedHandler } from './human-requested.handler.js';
import { SentimentScoredHandler } from './sentiment-scored.handler.js';
import { SpeechLeaseMovedHandler } from './speech-lease-moved.handler.js';
import { TurnRecordedHandler } from './turn-recorded.handler.js';
import { TurnUnderstoodHandler } from './turn-understood.handler.js';
import { WrapUpStartedHandler } from './wrap-up-started.handler.js';
import { TransferRequestedHandler } from './transfer-requested.handler.js';
import { HandoffRequestedHandler } from './handoff-requested.handler.js';
import { HandoffQueuedHandler } from './handoff-queued.handler.js';
import { HandoffOfferedHandler } from './handoff-offered.handler.js';
import { HandoffAcceptedHandler } from './handoff-accepted.handler.js';
import { HandoffConnectedHandler } from './handoff-connected.handler.js';
import { HandoffCancelledHandler } from './handoff-cancelled.handler.js';
import { TransferSettledHandler } from './transfer-settled.handler.js';
import { CallbackDueHandler } from './callback-due.handler.js';
import { OutboundNotAnsweredHandler } from './outbound-not-answered.handler.js';
import { MessageLeftHandler } from './message-left.handler.js';
import { HandoffMessageTakenHandler } from './handoff-message-taken.handler.js';
import { callbackAttemptOverHandlers } from './callback-attempt-over.handler.js';

/** Everything that changes a conversation, a handoff or an agent: what others say, then what this service said itself. */
export const routerHandlers = [
  ConversationStartedHandler,
  TurnUnderstoodHandler,
  SentimentScoredHandler,
  HumanRequestedHandler,
  ConversationEndedHandler,
  SpeechLeaseMovedHandler,
  CallerBridgedHandler,
  TurnRecordedHandler,
  EscalationDecidedHandler,
  AgentReservedHandler,
  AgentReleasedHandler,
  HandoffRejectedHandler,
  HandoffOfferTimedOutHandler,
  HandoffRescindedHandler,
  WrapUpStartedHandler,
  HandoffCompletedHandler,
  HandoffFailedHandler,
  HandoffReturnedToBotHandler,
  CallbackScheduledHandler,
  TransferRequestedHandler,
  HandoffRequestedHandler,
  HandoffQueuedHandler,
  HandoffOfferedHandler,
  HandoffAcceptedHandler,
  HandoffConnectedHandler,
  HandoffCancelledHandler,
  TransferSettledHandler,
  CallbackDueHandler,
  OutboundNotAnsweredHandler,
  MessageLeftHandler,
  HandoffMessageTakenHandler,
  ...callbackAttemptOverHandlers,
];
