import { defineEvent, type EventDefinition } from '../event-definition.js';
import { CheckpointSigned as CheckpointSignedMessage } from '../gen/baton/audit/v1/audit_events.js';

const home = { topic: 'baton.audit.v1', producer: 'compliance-auditor', key: 'tenant' } as const;

export interface CheckpointSigned extends CheckpointSignedMessage {}
export const CheckpointSigned: EventDefinition<CheckpointSigned> = defineEvent(
  'baton.audit.v1.CheckpointSigned',
  CheckpointSignedMessage,
  {
    ...home,
    doc: "The log's owner signed its size and root (C2SP tlog-checkpoint).",
  },
);
