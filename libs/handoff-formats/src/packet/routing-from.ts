import type { HandoffPacket } from './handoff-packet.js';
import type { RoutingMessage } from './packet-message.js';
import { present } from './present.js';
import { nameOf } from './proto-names.js';

/** Whom the caller needs and how soon. */
export function routingFrom(message: RoutingMessage): NonNullable<HandoffPacket['routing']> {
  const { serviceLevelSeconds: seconds, serviceLevelPercent: percent } = message;
  return {
    skills: [...message.skills],
    language: message.language,
    priority: nameOf<NonNullable<HandoffPacket['routing']>['priority']>(message.priority, 'PRIORITY_'),
    ...present('queue', message.queue),
    ...(percent > 0 ? { serviceLevel: { seconds, percent } } : {}),
  };
}
