import { defineEvent } from '../event-definition.js';
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

export type HandoffRequested = HandoffRequestedMessage;
export const HandoffRequested = defineEvent('baton.handoff.v1.HandoffRequested', HandoffRequestedMessage, {
  ...home,
  doc: "A handoff began: the router owns the caller's transfer from here to its one final state.",
});

export type HandoffQueued = HandoffQueuedMessage;
export const HandoffQueued = defineEvent('baton.handoff.v1.HandoffQueued', HandoffQueuedMessage, {
  ...home,
  doc: 'The caller waits in a queue.',
});

export type HandoffOffered = HandoffOfferedMessage;
export const HandoffOffered = defineEvent('baton.handoff.v1.HandoffOffered', HandoffOfferedMessage, {
  ...home,
  doc: 'An agent is reserved and sees the packet; they have until the deadline.',
});

export type HandoffAccepted = HandoffAcceptedMessage;
export const HandoffAccepted = defineEvent('baton.handoff.v1.HandoffAccepted', HandoffAcceptedMessage, {
  ...home,
  doc: 'The agent said yes. The speech lease moves now.',
});

export type HandoffRejected = HandoffRejectedMessage;
export const HandoffRejected = defineEvent('baton.handoff.v1.HandoffRejected', HandoffRejectedMessage, {
  ...home,
  doc: 'The agent said no; the caller goes back to the head of the queue.',
});

export type HandoffOfferTimedOut = HandoffOfferTimedOutMessage;
export const HandoffOfferTimedOut = defineEvent(
  'baton.handoff.v1.HandoffOfferTimedOut',
  HandoffOfferTimedOutMessage,
  {
    ...home,
    doc: 'The agent did nothing for the offer time.',
  },
);

export type HandoffRescinded = HandoffRescindedMessage;
export const HandoffRescinded = defineEvent('baton.handoff.v1.HandoffRescinded', HandoffRescindedMessage, {
  ...home,
  doc: 'The offer was withdrawn: the caller left, or chose something else.',
});

export type HandoffConnected = HandoffConnectedMessage;
export const HandoffConnected = defineEvent('baton.handoff.v1.HandoffConnected', HandoffConnectedMessage, {
  ...home,
  doc: 'Caller and human are talking.',
});

export type QueuePositionAnnounced = QueuePositionAnnouncedMessage;
export const QueuePositionAnnounced = defineEvent(
  'baton.handoff.v1.QueuePositionAnnounced',
  QueuePositionAnnouncedMessage,
  {
    ...home,
    doc: 'The waiting caller was told where they stand.',
  },
);

export type WrapUpStarted = WrapUpStartedMessage;
export const WrapUpStarted = defineEvent('baton.handoff.v1.WrapUpStarted', WrapUpStartedMessage, {
  ...home,
  doc: 'The conversation is over; the agent writes it up.',
});

export type HandoffCompleted = HandoffCompletedMessage;
export const HandoffCompleted = defineEvent('baton.handoff.v1.HandoffCompleted', HandoffCompletedMessage, {
  ...home,
  doc: 'Final: a human finished the conversation.',
});

export type HandoffAbandoned = HandoffAbandonedMessage;
export const HandoffAbandoned = defineEvent('baton.handoff.v1.HandoffAbandoned', HandoffAbandonedMessage, {
  ...home,
  doc: 'Final: the caller left before a human was there.',
});

export type HandoffFailed = HandoffFailedMessage;
export const HandoffFailed = defineEvent('baton.handoff.v1.HandoffFailed', HandoffFailedMessage, {
  ...home,
  doc: 'Final: the transfer could not be made.',
});

export type HandoffReturnedToBot = HandoffReturnedToBotMessage;
export const HandoffReturnedToBot = defineEvent(
  'baton.handoff.v1.HandoffReturnedToBot',
  HandoffReturnedToBotMessage,
  {
    ...home,
    doc: 'Final: the bot goes on.',
  },
);

export type CallbackScheduled = CallbackScheduledMessage;
export const CallbackScheduled = defineEvent('baton.handoff.v1.CallbackScheduled', CallbackScheduledMessage, {
  ...home,
  doc: 'Final for this handoff: the caller will be rung.',
});
