import { createHmac } from 'node:crypto';

const authToken = 'a-token-of-twilio';
const publicUrl = 'https://baton.example.com';
const ourNumber = '+442079460100';

/** Turns SMS and WhatsApp on, and keeps what would be sent in the outbox. */
export const smsEnv = {
  BATON_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(31)}1`,
  BATON_TWILIO_AUTH_TOKEN: authToken,
  BATON_TWILIO_NUMBER: ourNumber,
  BATON_PUBLIC_URL: publicUrl,
  BATON_OUTBOX: 'true',
};

/** A customer's telephone that writes SMS, through Twilio's webhook at the gateway. */
export class SmsPhone {
  #sent = 0;

  constructor(
    private readonly gatewayUrl: string,
    readonly number: string,
  ) {}

  /** Resolves with the webhook's status. */
  async send(text: string): Promise<number> {
    this.#sent += 1;
    const path = '/v1/channels/twilio/bank';
    const form: Record<string, string> = {
      Body: text,
      From: this.number,
      MessageSid: `SM${this.number.slice(1)}${String(this.#sent).padStart(32 - this.number.length + 1, '0')}`,
      NumMedia: '0',
      To: ourNumber,
    };
    const signed = Object.entries(form).map(([name, value]) => name + value);
    const signature = createHmac('sha1', authToken)
      .update(`${publicUrl}${path}${signed.join('')}`)
      .digest('base64');
    const { status } = await fetch(`${this.gatewayUrl}${path}`, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(form),
    });
    return status;
  }

  /** Everything it received, as one text. */
  async received(): Promise<string> {
    const messages = (await (await fetch(`${this.gatewayUrl}/v1/channels/outbox`)).json()) as {
      readonly to: string;
      readonly text: string;
    }[];
    return messages
      .filter(({ to }) => to === this.number)
      .map(({ text }) => text)
      .join('\n');
  }
}
