import { EscalationDecided, HandoffAccepted, HandoffFailed, HandoffReturnedToBot } from '@baton/contracts';
import { ConversationStartedHandler } from './conversation-started.handler.js';
import { HumanOfferedHandler } from './human-offered.handler.js';
import { silenceHandler } from './silence-handler.js';
import { TurnRecordedHandler } from './turn-recorded.handler.js';

export const dialogHandlers = [
  ConversationStartedHandler,
  TurnRecordedHandler,
  HumanOfferedHandler,
  silenceHandler(EscalationDecided, true),
  silenceHandler(HandoffAccepted, true),
  silenceHandler(HandoffReturnedToBot, false),
  silenceHandler(HandoffFailed, false),
];
