import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { fitItems } from './fit-items.js';
import { flatItems } from './flat-items.js';
import { jsonBytes, memberBytes } from './json-cost.js';
import { noPlace } from './no-place.js';
import type { Projection } from './projection.js';

/** What Twilio takes of a handoff. */
export interface TwilioHandoff {
  /** For `{"type":"end","handoffData":…}` of ConversationRelay: a JSON string, posted back as `HandoffData`. */
  readonly handoffData: string;
  /** For the `Attributes` of a TaskRouter task: a JSON string. */
  readonly taskAttributes: string;
}

/** Twilio publishes no limit for either; this is what a task and a TwiML callback are known to carry. Bytes. */
export const twilioLimit = 4_096;

/**
 * Twilio's `HandoffPayload` and task attributes. PCI DSS: Twilio wants no card data in either; a receiver fetches the packet by the
 * conversation id, which is the opaque token.
 */
export function toTwilio(packet: HandoffPacket): Projection<TwilioHandoff> {
  const seen = cardFree(packet);
  const items = flatItems(seen).filter(({ name }) => name !== 'transcript');
  const envelope = {
    conversationId: seen.conversationId,
    storeId: seen.tenantId,
    profileId: seen.identity.customerId ?? '',
  };
  const { entries, dropped } = fitItems(items, {
    total: twilioLimit - jsonBytes({ ...envelope, attributes: {} }),
    cost: memberBytes,
  });
  const attributes = Object.fromEntries(entries);
  return {
    payload: {
      handoffData: JSON.stringify({ ...envelope, attributes }),
      taskAttributes: JSON.stringify(attributes),
    },
    dropped: [...dropped, ...noPlace(seen, 'transcript', 'attachments')],
  };
}
