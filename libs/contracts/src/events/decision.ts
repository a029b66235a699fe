import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  PolicyActivated as PolicyActivatedMessage,
  TurnDecided as TurnDecidedMessage,
} from '../gen/baton/decision/v1/decision_events.js';

const home = { topic: 'baton.decision.v1', producer: 'router', key: 'conversation' } as const;

export interface TurnDecided extends TurnDecidedMessage {}
export const TurnDecided: EventDefinition<TurnDecided> = defineEvent(
  'baton.decision.v1.TurnDecided',
  TurnDecidedMessage,
  {
    ...home,
    doc: 'The policy was asked about a turn. One for every customer turn, whatever the verdict: what the gate waits for.',
  },
);

export interface PolicyActivated extends PolicyActivatedMessage {}
export const PolicyActivated: EventDefinition<PolicyActivated> = defineEvent(
  'baton.decision.v1.PolicyActivated',
  PolicyActivatedMessage,
  {
    ...home,
    key: 'tenant',
    doc: 'A pack version counts for new conversations from now on. Carries the policy, so that the log alone can derive every decision again.',
  },
);
