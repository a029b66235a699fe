import { defineEvent } from '../event-definition.js';
import {
  EscalationDecided as EscalationDecidedMessage,
  HumanOffered as HumanOfferedMessage,
} from '../gen/baton/escalation/v1/escalation_events.js';

const home = { topic: 'baton.escalation.v1', producer: 'router', key: 'conversation' } as const;

export type EscalationDecided = EscalationDecidedMessage;
export const EscalationDecided = defineEvent(
  'baton.escalation.v1.EscalationDecided',
  EscalationDecidedMessage,
  {
    ...home,
    doc: 'A person must take over. Once per escalation, not per turn: what an integrator subscribes to.',
  },
);

export type HumanOffered = HumanOfferedMessage;
export const HumanOffered = defineEvent('baton.escalation.v1.HumanOffered', HumanOfferedMessage, {
  ...home,
  doc: 'The caller was asked whether they want a person.',
});
