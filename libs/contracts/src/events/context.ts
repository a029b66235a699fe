import { defineEvent, type EventDefinition } from '../event-definition.js';
import { PacketAssembled as PacketAssembledMessage } from '../gen/baton/context/v1/context_events.js';

const home = { topic: 'baton.context.v1', producer: 'context-store', key: 'conversation' } as const;

export interface PacketAssembled extends PacketAssembledMessage {}
export const PacketAssembled: EventDefinition<PacketAssembled> = defineEvent(
  'baton.context.v1.PacketAssembled',
  PacketAssembledMessage,
  {
    ...home,
    doc: 'The packet of a handoff is complete and can be fetched.',
  },
);
