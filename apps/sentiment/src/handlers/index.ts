import { ConversationStartedHandler } from './conversation-started.handler.js';
import { TurnRecordedHandler } from './turn-recorded.handler.js';

export const sentimentHandlers = [ConversationStartedHandler, TurnRecordedHandler];
