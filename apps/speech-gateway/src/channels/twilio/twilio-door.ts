import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';
import type { Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import type { DoorAnswer } from '../channel-entrance.js';
import type { InboundMessages } from '../inbound-messages.js';
import { readBody } from '../read-body.js';
import { readTwilioMessage } from './twilio-message.js';
import { isSignedByTwilio } from './twilio-signature.js';

const maxFormBytes = 65_536;
/** No words of our own: answers go out as messages of their own, in order with everything else that is said. */
const emptyTwiml = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

/** `POST /v1/channels/twilio/{tenant}`: Twilio's webhook for incoming messages, SMS and WhatsApp. */
export class TwilioDoor {
  constructor(
    private readonly platform: Platform,
    private readonly inbound: InboundMessages,
  ) {}

  /** Throws `channel-off`, `too-large`, `bad-signature`, `bad-form`, and what `InboundMessages.take` throws. */
  async take(request: IncomingMessage, tenantId: string): Promise<DoorAnswer> {
    const { twilio, publicUrl = '' } = this.platform.config;
    if (!twilio)
      throw new BatonError('channel-off', 'SMS and WhatsApp are off: BATON_TWILIO_AUTH_TOKEN is not set.');
    const form = new URLSearchParams((await readBody(request, maxFormBytes)).toString());
    const [signature] = [request.headers['x-twilio-signature']].flat();
    const counted = (outcome: string) =>
      count('baton.messages.received', { tenant: tenantId, channel: 'twilio', outcome });
    if (!isSignedByTwilio(twilio.authToken, `${publicUrl}${request.url ?? ''}`, form, signature)) {
      counted('bad-signature');
      throw new BatonError('bad-signature', 'The request is not signed by Twilio for this address.');
    }
    const message = readTwilioMessage(tenantId, form);
    if (!message.ok) {
      counted('bad-form');
      throw new BatonError('bad-form', `The form is not one of a message: ${message.error.field}.`);
    }
    await this.inbound.take(message.value);
    counted('taken');
    return { status: 200, contentType: 'text/xml', body: emptyTwiml };
  }
}
