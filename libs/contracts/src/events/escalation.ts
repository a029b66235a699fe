import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  EscalationDecided as EscalationDecidedMessage,
  HumanOffered as HumanOfferedMessage,
} from '../gen/baton/escalation/v1/escalation_events.js';

const home = { topic: 'baton.escalation.v1', producer: 'router', key: 'conversation' } as const;

export interface EscalationDecided extends EscalationDecidedMessage {}
export const EscalationDecided: EventDefinition<EscalationDecided> = defineEvent(
  'baton.escalation.v1.EscalationDecided',
  EscalationDecidedMessage,
  {
    ...home,
    doc: 'A person must take over. Once per escalation, not per turn: what an integrator subscribes to.',
  },
);

export interface HumanOffered extends HumanOfferedMessage {}
export const HumanOffered: EventDefinition<HumanOffered> = defineEvent(
  'baton.escalation.v1.HumanOffered',
  HumanOfferedMessage,
  {
    ...home,
    doc: 'The caller was asked whether they want a person.',
  },
);
