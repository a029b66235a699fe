import { defineEvent, type EventDefinition } from '../event-definition.js';
import { AssistUpdated as AssistUpdatedMessage } from '../gen/baton/assist/v1/assist_events.js';

const home = { topic: 'baton.assist.v1', producer: 'agent-assist', key: 'conversation' } as const;

export interface AssistUpdated extends AssistUpdatedMessage {}
export const AssistUpdated: EventDefinition<AssistUpdated> = defineEvent(
  'baton.assist.v1.AssistUpdated',
  AssistUpdatedMessage,
  {
    ...home,
    doc: 'Help for the human was made or renewed.',
  },
);
