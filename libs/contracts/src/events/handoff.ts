import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  HandoffRequested as HandoffRequestedMessage,
  HandoffQueued as HandoffQueuedMessage,
  HandoffOffered as HandoffOfferedMessage,
  HandoffAccepted as HandoffAcceptedMessage,
  HandoffRejected as HandoffRejectedMessage,
  HandoffOfferTimedOut as HandoffOfferTimedOutMessage,
  HandoffRescinded as HandoffRescindedMessage,
  HandoffConnected as HandoffConnectedMessage,
  QueuePositionAnnounced as QueuePositionAnnouncedMessage,
  WrapUpStarted as WrapUpStartedMessage,
  HandoffCompleted as HandoffCompletedMessage,
  HandoffAbandoned as HandoffAbandonedMessage,
  HandoffFailed as HandoffFailedMessage,
  HandoffReturnedToBot as HandoffReturnedToBotMessage,
  CallbackScheduled as CallbackScheduledMessage,
  TransferRequested as TransferRequestedMessage,
  TransferProgressed as TransferProgressedMessage,
  TransferSettled as TransferSettledMessage,
  ConsultMessageSent as ConsultMessageSentMessage,
  PacketShown as PacketShownMessage,
  HandoffCancelled as HandoffCancelledMessage,
  HandoffMessageTaken as HandoffMessageTakenMessage,
  MessageHandled as MessageHandledMessage,
  CallbackDue as CallbackDueMessage,
  CallbackRetryScheduled as CallbackRetryScheduledMessage,
  CallbackCompleted as CallbackCompletedMessage,
  CallbackExpired as CallbackExpiredMessage,
} from '../gen/baton/handoff/v1/handoff_events.js';

const home = { topic: 'baton.handoff.v1', producer: 'router', key: 'conversation' } as const;

export interface HandoffRequested extends HandoffRequestedMessage {}
export const HandoffRequested: EventDefinition<HandoffRequested> = defineEvent(
  'baton.handoff.v1.HandoffRequested',
  HandoffRequestedMessage,
  {
    ...home,
    doc: "A handoff began: the router owns the caller's transfer from here to its one final state.",
  },
);

export interface HandoffQueued extends HandoffQueuedMessage {}
export const HandoffQueued: EventDefinition<HandoffQueued> = defineEvent(
  'baton.handoff.v1.HandoffQueued',
  HandoffQueuedMessage,
  {
    ...home,
    doc: 'The caller waits in a queue.',
  },
);

export interface HandoffOffered extends HandoffOfferedMessage {}
export const HandoffOffered: EventDefinition<HandoffOffered> = defineEvent(
  'baton.handoff.v1.HandoffOffered',
  HandoffOfferedMessage,
  {
    ...home,
    doc: 'An agent is reserved and sees the packet; they have until the deadline.',
  },
);

export interface HandoffAccepted extends HandoffAcceptedMessage {}
export const HandoffAccepted: EventDefinition<HandoffAccepted> = defineEvent(
  'baton.handoff.v1.HandoffAccepted',
  HandoffAcceptedMessage,
  {
    ...home,
    doc: 'The agent said yes. The speech lease moves now.',
  },
);

export interface HandoffRejected extends HandoffRejectedMessage {}
export const HandoffRejected: EventDefinition<HandoffRejected> = defineEvent(
  'baton.handoff.v1.HandoffRejected',
  HandoffRejectedMessage,
  {
    ...home,
    doc: 'The agent said no; the caller goes back to the head of the queue.',
  },
);

export interface HandoffOfferTimedOut extends HandoffOfferTimedOutMessage {}
export const HandoffOfferTimedOut: EventDefinition<HandoffOfferTimedOut> = defineEvent(
  'baton.handoff.v1.HandoffOfferTimedOut',
  HandoffOfferTimedOutMessage,
  {
    ...home,
    doc: 'The agent did nothing for the offer time.',
  },
);

export interface HandoffRescinded extends HandoffRescindedMessage {}
export const HandoffRescinded: EventDefinition<HandoffRescinded> = defineEvent(
  'baton.handoff.v1.HandoffRescinded',
  HandoffRescindedMessage,
  {
    ...home,
    doc: 'The offer was withdrawn: the caller left, or chose something else.',
  },
);

export interface HandoffConnected extends HandoffConnectedMessage {}
export const HandoffConnected: EventDefinition<HandoffConnected> = defineEvent(
  'baton.handoff.v1.HandoffConnected',
  HandoffConnectedMessage,
  {
    ...home,
    doc: 'Caller and human are talking.',
  },
);

export interface QueuePositionAnnounced extends QueuePositionAnnouncedMessage {}
export const QueuePositionAnnounced: EventDefinition<QueuePositionAnnounced> = defineEvent(
  'baton.handoff.v1.QueuePositionAnnounced',
  QueuePositionAnnouncedMessage,
  {
    ...home,
    doc: 'The waiting caller was told where they stand.',
  },
);

export interface WrapUpStarted extends WrapUpStartedMessage {}
export const WrapUpStarted: EventDefinition<WrapUpStarted> = defineEvent(
  'baton.handoff.v1.WrapUpStarted',
  WrapUpStartedMessage,
  {
    ...home,
    doc: 'The conversation is over; the agent writes it up.',
  },
);

export interface HandoffCompleted extends HandoffCompletedMessage {}
export const HandoffCompleted: EventDefinition<HandoffCompleted> = defineEvent(
  'baton.handoff.v1.HandoffCompleted',
  HandoffCompletedMessage,
  {
    ...home,
    doc: 'Final: a human finished the conversation.',
  },
);

export interface HandoffAbandoned extends HandoffAbandonedMessage {}
export const HandoffAbandoned: EventDefinition<HandoffAbandoned> = defineEvent(
  'baton.handoff.v1.HandoffAbandoned',
  HandoffAbandonedMessage,
  {
    ...home,
    doc: 'Final: the caller left before a human was there.',
  },
);

export interface HandoffFailed extends HandoffFailedMessage {}
export const HandoffFailed: EventDefinition<HandoffFailed> = defineEvent(
  'baton.handoff.v1.HandoffFailed',
  HandoffFailedMessage,
  {
    ...home,
    doc: 'Final: the transfer could not be made.',
  },
);

export interface HandoffReturnedToBot extends HandoffReturnedToBotMessage {}
export const HandoffReturnedToBot: EventDefinition<HandoffReturnedToBot> = defineEvent(
  'baton.handoff.v1.HandoffReturnedToBot',
  HandoffReturnedToBotMessage,
  {
    ...home,
    doc: 'Final: the bot goes on.',
  },
);

export interface CallbackScheduled extends CallbackScheduledMessage {}
export const CallbackScheduled: EventDefinition<CallbackScheduled> = defineEvent(
  'baton.handoff.v1.CallbackScheduled',
  CallbackScheduledMessage,
  {
    ...home,
    doc: 'Final for this handoff: the caller will be rung.',
  },
);

export interface TransferRequested extends TransferRequestedMessage {}
export const TransferRequested: EventDefinition<TransferRequested> = defineEvent(
  'baton.handoff.v1.TransferRequested',
  TransferRequestedMessage,
  {
    ...home,
    doc: 'An agent asks for the caller to go on elsewhere, or for a colleague’s advice. The next handoff begins.',
  },
);

export interface TransferProgressed extends TransferProgressedMessage {}
export const TransferProgressed: EventDefinition<TransferProgressed> = defineEvent(
  'baton.handoff.v1.TransferProgressed',
  TransferProgressedMessage,
  {
    ...home,
    doc: 'What an agent has under way moved on: the colleague answered, joined, left, or nothing came of it.',
  },
);

export interface TransferSettled extends TransferSettledMessage {}
export const TransferSettled: EventDefinition<TransferSettled> = defineEvent(
  'baton.handoff.v1.TransferSettled',
  TransferSettledMessage,
  {
    ...home,
    doc: 'The agent who asked a colleague decided what becomes of it.',
  },
);

export interface ConsultMessageSent extends ConsultMessageSentMessage {}
export const ConsultMessageSent: EventDefinition<ConsultMessageSent> = defineEvent(
  'baton.handoff.v1.ConsultMessageSent',
  ConsultMessageSentMessage,
  {
    ...home,
    doc: 'One agent told another something the caller never hears.',
  },
);

export interface PacketShown extends PacketShownMessage {}
export const PacketShown: EventDefinition<PacketShown> = defineEvent(
  'baton.handoff.v1.PacketShown',
  PacketShownMessage,
  {
    ...home,
    doc: 'The agent’s page has drawn the packet of an offer.',
  },
);

export interface HandoffCancelled extends HandoffCancelledMessage {}
export const HandoffCancelled: EventDefinition<HandoffCancelled> = defineEvent(
  'baton.handoff.v1.HandoffCancelled',
  HandoffCancelledMessage,
  {
    ...home,
    doc: 'Final: what was asked for is not needed any more, or nobody could be found for it; the caller stays where they are.',
  },
);

export interface HandoffMessageTaken extends HandoffMessageTakenMessage {}
export const HandoffMessageTaken: EventDefinition<HandoffMessageTaken> = defineEvent(
  'baton.handoff.v1.HandoffMessageTaken',
  HandoffMessageTakenMessage,
  {
    ...home,
    doc: 'Final: nobody was there, and the caller left a message instead of waiting.',
  },
);

export interface MessageHandled extends MessageHandledMessage {}
export const MessageHandled: EventDefinition<MessageHandled> = defineEvent(
  'baton.handoff.v1.MessageHandled',
  MessageHandledMessage,
  {
    ...home,
    doc: 'An agent has dealt with a message a caller left.',
  },
);

export interface CallbackDue extends CallbackDueMessage {}
export const CallbackDue: EventDefinition<CallbackDue> = defineEvent(
  'baton.handoff.v1.CallbackDue',
  CallbackDueMessage,
  {
    ...home,
    doc: 'It is time to ring the caller: an agent is looked for.',
  },
);

export interface CallbackRetryScheduled extends CallbackRetryScheduledMessage {}
export const CallbackRetryScheduled: EventDefinition<CallbackRetryScheduled> = defineEvent(
  'baton.handoff.v1.CallbackRetryScheduled',
  CallbackRetryScheduledMessage,
  {
    ...home,
    doc: 'Nobody answered, or no agent came; the caller is rung again.',
  },
);

export interface CallbackCompleted extends CallbackCompletedMessage {}
export const CallbackCompleted: EventDefinition<CallbackCompleted> = defineEvent(
  'baton.handoff.v1.CallbackCompleted',
  CallbackCompletedMessage,
  {
    ...home,
    doc: 'Final for a callback: the caller was reached.',
  },
);

export interface CallbackExpired extends CallbackExpiredMessage {}
export const CallbackExpired: EventDefinition<CallbackExpired> = defineEvent(
  'baton.handoff.v1.CallbackExpired',
  CallbackExpiredMessage,
  {
    ...home,
    doc: 'Final for a callback: the caller was not reached in time, or not in as many attempts as the pack allows.',
  },
);
