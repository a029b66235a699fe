import type { HandoffPacket } from './handoff-packet.js';
import type { CustomerMessage } from './packet-message.js';
import { present } from './present.js';

/** Who calls, as far as the context service knows. */
export function identityFrom(customer: CustomerMessage | undefined): HandoffPacket['identity'] {
  const ref = customer?.ref;
  return {
    ...present('customerId', ref?.customerId ?? ''),
    known: ref?.known ?? false,
    ...present('name', customer?.name ?? ''),
    ...present('segment', ref?.segment ?? ''),
    contactsLast30d: ref?.contactsLast30d ?? 0,
    assurance: customer?.assurance || 'none',
  };
}
