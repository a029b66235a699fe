import { FoldEventsHandler } from './fold-events.handler.js';
import {
  CallbackScheduledHandler,
  HandoffAbandonedHandler,
  HandoffCompletedHandler,
} from './handoff-finished.handlers.js';

export const contextHandlers = [
  FoldEventsHandler,
  HandoffCompletedHandler,
  HandoffAbandonedHandler,
  CallbackScheduledHandler,
];
