import { defineEvent, type EventDefinition } from '../event-definition.js';
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
  ConversationMoved as ConversationMovedMessage,
  CallerHeld as CallerHeldMessage,
  CallerResumed as CallerResumedMessage,
  OutboundRung as OutboundRungMessage,
  OutboundNotAnswered as OutboundNotAnsweredMessage,
  MessageLeft as MessageLeftMessage,
} from '../gen/baton/conversation/v1/conversation_events.js';

const home = { topic: 'baton.conversation.v1', producer: 'speech-gateway', key: 'conversation' } as const;

export interface ConversationStarted extends ConversationStartedMessage {}
export const ConversationStarted: EventDefinition<ConversationStarted> = defineEvent(
  'baton.conversation.v1.ConversationStarted',
  ConversationStartedMessage,
  {
    ...home,
    doc: 'A caller reached us and the live leg is up. First event of every conversation.',
  },
);

export interface DisclosurePlayed extends DisclosurePlayedMessage {}
export const DisclosurePlayed: EventDefinition<DisclosurePlayed> = defineEvent(
  'baton.conversation.v1.DisclosurePlayed',
  DisclosurePlayedMessage,
  {
    ...home,
    doc: 'A notice the law asks for was said to the caller, before anything else.',
  },
);

export interface ConsentRecorded extends ConsentRecordedMessage {}
export const ConsentRecorded: EventDefinition<ConsentRecorded> = defineEvent(
  'baton.conversation.v1.ConsentRecorded',
  ConsentRecordedMessage,
  {
    ...home,
    doc: 'The state of a consent changed. The newest one per purpose counts.',
  },
);

export interface TurnRecorded extends TurnRecordedMessage {}
export const TurnRecorded: EventDefinition<TurnRecorded> = defineEvent(
  'baton.conversation.v1.TurnRecorded',
  TurnRecordedMessage,
  {
    ...home,
    doc: 'Somebody said something and it is final. The text is redacted: personal data stands as [TYPE].',
  },
);

export interface HumanRequested extends HumanRequestedMessage {}
export const HumanRequested: EventDefinition<HumanRequested> = defineEvent(
  'baton.conversation.v1.HumanRequested',
  HumanRequestedMessage,
  {
    ...home,
    doc: 'The caller keyed or said `0`, or named an agent as a whole turn: heard by the gateway itself, so that it works with every other service down.',
  },
);

export interface SpeechLeaseMoved extends SpeechLeaseMovedMessage {}
export const SpeechLeaseMoved: EventDefinition<SpeechLeaseMoved> = defineEvent(
  'baton.conversation.v1.SpeechLeaseMoved',
  SpeechLeaseMovedMessage,
  {
    ...home,
    doc: 'The right to speak for the company moved. A sentence under an older token is dropped.',
  },
);

export interface BotSpeechDropped extends BotSpeechDroppedMessage {}
export const BotSpeechDropped: EventDefinition<BotSpeechDropped> = defineEvent(
  'baton.conversation.v1.BotSpeechDropped',
  BotSpeechDroppedMessage,
  {
    ...home,
    doc: 'The bot wanted to speak after its lease had moved; the caller did not hear it.',
  },
);

export interface DecisionGateExpired extends DecisionGateExpiredMessage {}
export const DecisionGateExpired: EventDefinition<DecisionGateExpired> = defineEvent(
  'baton.conversation.v1.DecisionGateExpired',
  DecisionGateExpiredMessage,
  {
    ...home,
    doc: 'The bot spoke before the decision of its turn had arrived, because the gate waits only so long.',
  },
);

export interface CallerBridged extends CallerBridgedMessage {}
export const CallerBridged: EventDefinition<CallerBridged> = defineEvent(
  'baton.conversation.v1.CallerBridged',
  CallerBridgedMessage,
  {
    ...home,
    doc: 'The caller and the human agent hear each other.',
  },
);

export interface ConversationEnded extends ConversationEndedMessage {}
export const ConversationEnded: EventDefinition<ConversationEnded> = defineEvent(
  'baton.conversation.v1.ConversationEnded',
  ConversationEndedMessage,
  {
    ...home,
    doc: 'The conversation is over.',
  },
);

export interface ConversationMoved extends ConversationMovedMessage {}
export const ConversationMoved: EventDefinition<ConversationMoved> = defineEvent(
  'baton.conversation.v1.ConversationMoved',
  ConversationMovedMessage,
  {
    ...home,
    doc: 'The conversation goes on by another channel: same conversation, same place in the queue, same agent.',
  },
);

export interface CallerHeld extends CallerHeldMessage {}
export const CallerHeld: EventDefinition<CallerHeld> = defineEvent(
  'baton.conversation.v1.CallerHeld',
  CallerHeldMessage,
  {
    ...home,
    doc: 'The caller is on hold while their agent asks a colleague: neither hears the other.',
  },
);

export interface CallerResumed extends CallerResumedMessage {}
export const CallerResumed: EventDefinition<CallerResumed> = defineEvent(
  'baton.conversation.v1.CallerResumed',
  CallerResumedMessage,
  {
    ...home,
    doc: 'The caller is off hold.',
  },
);

export interface OutboundRung extends OutboundRungMessage {}
export const OutboundRung: EventDefinition<OutboundRung> = defineEvent(
  'baton.conversation.v1.OutboundRung',
  OutboundRungMessage,
  {
    ...home,
    doc: 'A caller who was promised a callback is being rung.',
  },
);

export interface OutboundNotAnswered extends OutboundNotAnsweredMessage {}
export const OutboundNotAnswered: EventDefinition<OutboundNotAnswered> = defineEvent(
  'baton.conversation.v1.OutboundNotAnswered',
  OutboundNotAnsweredMessage,
  {
    ...home,
    doc: 'Whoever was rung did not answer.',
  },
);

export interface MessageLeft extends MessageLeftMessage {}
export const MessageLeft: EventDefinition<MessageLeft> = defineEvent(
  'baton.conversation.v1.MessageLeft',
  MessageLeftMessage,
  {
    ...home,
    doc: 'A caller for whom nobody was there left a message.',
  },
);
