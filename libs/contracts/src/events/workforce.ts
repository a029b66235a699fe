import { defineEvent } from '../event-definition.js';
import {
  AgentRegistered as AgentRegisteredMessage,
  AgentPresenceChanged as AgentPresenceChangedMessage,
  AgentReserved as AgentReservedMessage,
  AgentReleased as AgentReleasedMessage,
} from '../gen/baton/workforce/v1/workforce_events.js';

const home = { topic: 'baton.workforce.v1', producer: 'router', key: 'agent' } as const;

export type AgentRegistered = AgentRegisteredMessage;
export const AgentRegistered = defineEvent('baton.workforce.v1.AgentRegistered', AgentRegisteredMessage, {
  ...home,
  doc: 'An agent is known, or what they can do changed.',
});

export type AgentPresenceChanged = AgentPresenceChangedMessage;
export const AgentPresenceChanged = defineEvent(
  'baton.workforce.v1.AgentPresenceChanged',
  AgentPresenceChangedMessage,
  {
    ...home,
    doc: "An agent's presence changed.",
  },
);

export type AgentReserved = AgentReservedMessage;
export const AgentReserved = defineEvent('baton.workforce.v1.AgentReserved', AgentReservedMessage, {
  ...home,
  doc: "An agent's slot is held for one handoff. Two live reservations for one slot cannot exist.",
});

export type AgentReleased = AgentReleasedMessage;
export const AgentReleased = defineEvent('baton.workforce.v1.AgentReleased', AgentReleasedMessage, {
  ...home,
  doc: 'The slot is free again.',
});
