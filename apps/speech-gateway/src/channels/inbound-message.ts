import type { Channel } from '@baton/contracts';
import type { Leg } from '../domain/leg.js';

/** A message of a channel that holds no connection, read and checked. */
export interface InboundMessage {
  readonly tenantId: string;
  /** The same for the same message, however often it is handed in; different for every other. */
  readonly messageId: string;
  readonly channel: Channel;
  readonly identifier: { readonly kind: 'phone' | 'email'; readonly value: string };
  /** See `IdentifyCustomerRequest.proof`. */
  readonly proof: 'network' | 'account';
  readonly leg: Pick<Leg, 'ourAddress' | 'mail'>;
  readonly text: string;
  /** Of an e-mail: the messages it answers, newest last. */
  readonly answers?: readonly string[];
}
