import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  AgentRegistered as AgentRegisteredMessage,
  AgentPresenceChanged as AgentPresenceChangedMessage,
  AgentReserved as AgentReservedMessage,
  AgentReleased as AgentReleasedMessage,
} from '../gen/baton/workforce/v1/workforce_events.js';

const home = { topic: 'baton.workforce.v1', producer: 'router', key: 'agent' } as const;

export interface AgentRegistered extends AgentRegisteredMessage {}
export const AgentRegistered: EventDefinition<AgentRegistered> = defineEvent(
  'baton.workforce.v1.AgentRegistered',
  AgentRegisteredMessage,
  {
    ...home,
    doc: 'An agent is known, or what they can do changed.',
  },
);

export interface AgentPresenceChanged extends AgentPresenceChangedMessage {}
export const AgentPresenceChanged: EventDefinition<AgentPresenceChanged> = defineEvent(
  'baton.workforce.v1.AgentPresenceChanged',
  AgentPresenceChangedMessage,
  {
    ...home,
    doc: "An agent's presence changed.",
  },
);

export interface AgentReserved extends AgentReservedMessage {}
export const AgentReserved: EventDefinition<AgentReserved> = defineEvent(
  'baton.workforce.v1.AgentReserved',
  AgentReservedMessage,
  {
    ...home,
    doc: "An agent's slot is held for one handoff. Two live reservations for one slot cannot exist.",
  },
);

export interface AgentReleased extends AgentReleasedMessage {}
export const AgentReleased: EventDefinition<AgentReleased> = defineEvent(
  'baton.workforce.v1.AgentReleased',
  AgentReleasedMessage,
  {
    ...home,
    doc: 'The slot is free again.',
  },
);
