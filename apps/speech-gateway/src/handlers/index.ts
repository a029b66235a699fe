import { BotRepliedHandler } from './bot-replied.handler.js';
import { CallbackScheduledHandler } from './callback-scheduled.handler.js';
import { HandoffAcceptedHandler } from './handoff-accepted.handler.js';
import { HandoffFailedHandler } from './handoff-failed.handler.js';
import { HandoffReturnedToBotHandler } from './handoff-returned-to-bot.handler.js';
import { QueuePositionAnnouncedHandler } from './queue-position-announced.handler.js';
import { HandoffCancelledHandler } from './handoff-cancelled.handler.js';
import { TransferRequestedHandler } from './transfer-requested.handler.js';
import { TransferSettledHandler } from './transfer-settled.handler.js';
import { TurnDecidedHandler } from './turn-decided.handler.js';
import { WrapUpStartedHandler } from './wrap-up-started.handler.js';

/** Every event that changes a live leg. */
export const callHandlers = [
  TurnDecidedHandler,
  BotRepliedHandler,
  HandoffAcceptedHandler,
  QueuePositionAnnouncedHandler,
  CallbackScheduledHandler,
  HandoffReturnedToBotHandler,
  HandoffFailedHandler,
  WrapUpStartedHandler,
  TransferRequestedHandler,
  TransferSettledHandler,
  HandoffCancelledHandler,
];
