import { defineEvent } from '../event-definition.js';
import {
  ConversationStarted as ConversationStartedMessage,
  DisclosurePlayed as DisclosurePlayedMessage,
  ConsentRecorded as ConsentRecordedMessage,
  TurnRecorded as TurnRecordedMessage,
  HumanRequested as HumanRequestedMessage,
  SpeechLeaseMoved as SpeechLeaseMovedMessage,
  BotSpeechDropped as BotSpeechDroppedMessage,
  DecisionGateExpired as DecisionGateExpiredMessage,
  CallerBridged as CallerBridgedMessage,
  ConversationEnded as ConversationEndedMessage,
} from '../gen/baton/conversation/v1/conversation_events.js';

const home = { topic: 'baton.conversation.v1', producer: 'speech-gateway', key: 'conversation' } as const;

export type ConversationStarted = ConversationStartedMessage;
export const ConversationStarted = defineEvent(
  'baton.conversation.v1.ConversationStarted',
  ConversationStartedMessage,
  {
    ...home,
    doc: 'A caller reached us and the live leg is up. First event of every conversation.',
  },
);

export type DisclosurePlayed = DisclosurePlayedMessage;
export const DisclosurePlayed = defineEvent(
  'baton.conversation.v1.DisclosurePlayed',
  DisclosurePlayedMessage,
  {
    ...home,
    doc: 'A notice the law asks for was said to the caller, before anything else.',
  },
);

export type ConsentRecorded = ConsentRecordedMessage;
export const ConsentRecorded = defineEvent('baton.conversation.v1.ConsentRecorded', ConsentRecordedMessage, {
  ...home,
  doc: 'The state of a consent changed. The newest one per purpose counts.',
});

export type TurnRecorded = TurnRecordedMessage;
export const TurnRecorded = defineEvent('baton.conversation.v1.TurnRecorded', TurnRecordedMessage, {
  ...home,
  doc: 'Somebody said something and it is final. The text is redacted: personal data stands as [TYPE].',
});

export type HumanRequested = HumanRequestedMessage;
export const HumanRequested = defineEvent('baton.conversation.v1.HumanRequested', HumanRequestedMessage, {
  ...home,
  doc: 'The caller keyed or said `0`, or named an agent as a whole turn: heard by the gateway itself, so that it works with every other service down.',
});

export type SpeechLeaseMoved = SpeechLeaseMovedMessage;
export const SpeechLeaseMoved = defineEvent(
  'baton.conversation.v1.SpeechLeaseMoved',
  SpeechLeaseMovedMessage,
  {
    ...home,
    doc: 'The right to speak for the company moved. A sentence under an older token is dropped.',
  },
);

export type BotSpeechDropped = BotSpeechDroppedMessage;
export const BotSpeechDropped = defineEvent(
  'baton.conversation.v1.BotSpeechDropped',
  BotSpeechDroppedMessage,
  {
    ...home,
    doc: 'The bot wanted to speak after its lease had moved; the caller did not hear it.',
  },
);

export type DecisionGateExpired = DecisionGateExpiredMessage;
export const DecisionGateExpired = defineEvent(
  'baton.conversation.v1.DecisionGateExpired',
  DecisionGateExpiredMessage,
  {
    ...home,
    doc: 'The bot spoke before the decision of its turn had arrived, because the gate waits only so long.',
  },
);

export type CallerBridged = CallerBridgedMessage;
export const CallerBridged = defineEvent('baton.conversation.v1.CallerBridged', CallerBridgedMessage, {
  ...home,
  doc: 'The caller and the human agent hear each other.',
});

export type ConversationEnded = ConversationEndedMessage;
export const ConversationEnded = defineEvent(
  'baton.conversation.v1.ConversationEnded',
  ConversationEndedMessage,
  {
    ...home,
    doc: 'The conversation is over.',
  },
);
