import { EscalationDecided, HandoffAccepted, HandoffFailed } from '@baton/contracts';
import { ConversationStartedHandler } from './conversation-started.handler.js';
import { HandoffReturnedToBotHandler } from './handoff-returned-to-bot.handler.js';
import { HumanOfferedHandler } from './human-offered.handler.js';
import { silenceHandler } from './silence-handler.js';
import { TurnRecordedHandler } from './turn-recorded.handler.js';

export const dialogHandlers = [
  ConversationStartedHandler,
  TurnRecordedHandler,
  HumanOfferedHandler,
  silenceHandler(EscalationDecided, true),
  silenceHandler(HandoffAccepted, true),
  HandoffReturnedToBotHandler,
  silenceHandler(HandoffFailed, false),
];
