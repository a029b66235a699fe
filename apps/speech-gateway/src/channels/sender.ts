import type { Channel } from '@baton/contracts';
import type { Leg } from '../domain/leg.js';

/** A message on its way out. */
export interface OutgoingMessage {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly channel: Channel;
  readonly leg: Leg;
  /** E.164, or an e-mail address: read from the context store for this one message, and kept nowhere. */
  readonly to: string;
  readonly text: string;
  readonly turnIndex: number;
}

/** `later`: try again. `never`: it will not work, however often it is tried. */
export type SendOutcome = 'sent' | 'later' | 'never';

/** What carries messages of a channel. Never throws; decides within 10 s. */
export interface MessageSender {
  send(message: OutgoingMessage): Promise<SendOutcome>;
}
