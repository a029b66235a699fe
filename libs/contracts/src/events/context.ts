import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  PacketAssembled as PacketAssembledMessage,
  CustomerIdentified as CustomerIdentifiedMessage,
  CustomerLinked as CustomerLinkedMessage,
  CustomerErased as CustomerErasedMessage,
  ErasureRefused as ErasureRefusedMessage,
  LegalHoldSet as LegalHoldSetMessage,
  OutcomeWrittenBack as OutcomeWrittenBackMessage,
} from '../gen/baton/context/v1/context_events.js';

const home = { topic: 'baton.context.v1', producer: 'context-store', key: 'conversation' } as const;
const ofCustomer = { ...home, key: 'customer' } as const;

export interface PacketAssembled extends PacketAssembledMessage {}
export const PacketAssembled: EventDefinition<PacketAssembled> = defineEvent(
  'baton.context.v1.PacketAssembled',
  PacketAssembledMessage,
  {
    ...home,
    doc: 'The packet of a handoff is complete and can be fetched.',
  },
);

export interface CustomerIdentified extends CustomerIdentifiedMessage {}
export const CustomerIdentified: EventDefinition<CustomerIdentified> = defineEvent(
  'baton.context.v1.CustomerIdentified',
  CustomerIdentifiedMessage,
  {
    ...home,
    doc: 'A contact was matched with a customer, or could not be; the identifier stands as a keyed hash.',
  },
);

export interface CustomerLinked extends CustomerLinkedMessage {}
export const CustomerLinked: EventDefinition<CustomerLinked> = defineEvent(
  'baton.context.v1.CustomerLinked',
  CustomerLinkedMessage,
  {
    ...ofCustomer,
    doc: "Two records turned out to be one customer, on somebody's word.",
  },
);

export interface CustomerErased extends CustomerErasedMessage {}
export const CustomerErased: EventDefinition<CustomerErased> = defineEvent(
  'baton.context.v1.CustomerErased',
  CustomerErasedMessage,
  {
    ...ofCustomer,
    doc: "The customer's data key was destroyed: what it sealed can never be read again.",
  },
);

export interface ErasureRefused extends ErasureRefusedMessage {}
export const ErasureRefused: EventDefinition<ErasureRefused> = defineEvent(
  'baton.context.v1.ErasureRefused',
  ErasureRefusedMessage,
  {
    ...ofCustomer,
    doc: 'An erasure was asked for and a legal hold forbade it: the conflict of the two duties, on record.',
  },
);

export interface LegalHoldSet extends LegalHoldSetMessage {}
export const LegalHoldSet: EventDefinition<LegalHoldSet> = defineEvent(
  'baton.context.v1.LegalHoldSet',
  LegalHoldSetMessage,
  {
    ...ofCustomer,
    doc: 'A legal hold was placed on a customer, or lifted.',
  },
);

export interface OutcomeWrittenBack extends OutcomeWrittenBackMessage {}
export const OutcomeWrittenBack: EventDefinition<OutcomeWrittenBack> = defineEvent(
  'baton.context.v1.OutcomeWrittenBack',
  OutcomeWrittenBackMessage,
  {
    ...home,
    doc: "What came of a handoff was told to the company's CRM, or could not be.",
  },
);
