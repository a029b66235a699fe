import { Channel } from '@baton/contracts';
import type { TwilioAccount } from '@baton/service-kit';
import type { MessageSender, OutgoingMessage, SendOutcome } from '../sender.js';

/** How long Twilio may take to accept a message, ms. */
const timeLimitMs = 10_000;

/** Sends SMS and WhatsApp by Twilio's REST API: `POST /2010-04-01/Accounts/{sid}/Messages.json`. */
export class TwilioSender implements MessageSender {
  constructor(private readonly account: TwilioAccount) {}

  async send({ channel, leg, to, text }: OutgoingMessage): Promise<SendOutcome> {
    const { accountSid, authToken, number, apiUrl } = this.account;
    const mark = channel === Channel.CHANNEL_WHATSAPP ? 'whatsapp:' : '';
    const form = { To: `${mark}${to}`, From: `${mark}${leg.ourAddress || number}`, Body: text };
    try {
      const response = await fetch(`${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
        body: new URLSearchParams(form),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeLimitMs),
      });
      await response.body?.cancel();
      if (response.ok) return 'sent';
      // 401: the secret is being changed. 429 and 5xx: Twilio's own trouble. Anything else is about this message.
      return response.status === 401 || response.status === 429 || response.status >= 500 ? 'later' : 'never';
    } catch {
      return 'later';
    }
  }
}
