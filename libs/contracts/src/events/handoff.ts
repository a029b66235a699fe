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
