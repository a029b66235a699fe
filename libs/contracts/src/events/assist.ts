import { defineEvent } from '../event-definition.js';
import { AssistUpdated as AssistUpdatedMessage } from '../gen/baton/assist/v1/assist_events.js';

const home = { topic: 'baton.assist.v1', producer: 'agent-assist', key: 'conversation' } as const;

export type AssistUpdated = AssistUpdatedMessage;
export const AssistUpdated = defineEvent('baton.assist.v1.AssistUpdated', AssistUpdatedMessage, {
  ...home,
  doc: 'Help for the human was made or renewed.',
});
