import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as Twilio's REST API got it. */
export interface SentByTwilio {
  readonly path: string;
  readonly authorization: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
}

/** Twilio on loopback: takes messages as its REST API does, and hands messages in as its webhook does. */
export class TwilioServer {
  static readonly account = {
    accountSid: `AC${'0'.repeat(31)}1`,
    authToken: 'a-token',
    number: '+442079460100',
  };
  static readonly publicUrl = 'https://baton.example.com';

  readonly sent: SentByTwilio[] = [];
  /** Statuses of the next answers; 201 where none is left. */
  readonly answers: number[] = [];
  #server!: Server;
  #sids = 0;

  static async start(): Promise<TwilioServer> {
    const twilio = new TwilioServer();
    twilio.#server = createServer((request, response) => {
      void (async () => {
        let text = '';
        for await (const chunk of request) text += String(chunk);
        const status = twilio.answers.shift() ?? 201;
        const form = new URLSearchParams(text);
        if (status === 201)
          twilio.sent.push({
            path: request.url ?? '',
            authorization: request.headers.authorization ?? '',
            to: form.get('To') ?? '',
            from: form.get('From') ?? '',
            body: form.get('Body') ?? '',
          });
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"sid":"SM1"}');
      })();
    });
    await new Promise<void>((resolve) => twilio.#server.listen(0, '127.0.0.1', resolve));
    return twilio;
  }

  get env(): Record<string, string> {
    return {
      BATON_TWILIO_ACCOUNT_SID: TwilioServer.account.accountSid,
      BATON_TWILIO_AUTH_TOKEN: TwilioServer.account.authToken,
      BATON_TWILIO_NUMBER: TwilioServer.account.number,
      BATON_TWILIO_API_URL: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`,
      BATON_PUBLIC_URL: TwilioServer.publicUrl,
    };
  }

  /** A message id nobody had before. */
  sid(): string {
    return `SM${String((this.#sids += 1)).padStart(32, '0')}`;
  }

  /** Everything that was sent to a number, as one text. */
  heardBy(number: string): string {
    return this.sent
      .filter(({ to }) => to === number)
      .map(({ body }) => body)
      .join('\n\n');
  }

  /** The webhook: a form, signed for the public address. */
  async handIn(
    gatewayUrl: string,
    fields: Readonly<Record<string, string>>,
    change: { readonly signature?: string; readonly tenant?: string; readonly body?: string } = {},
  ): Promise<Response> {
    const path = `/v1/channels/twilio/${change.tenant ?? 'bank'}`;
    const form = {
      AccountSid: TwilioServer.account.accountSid,
      NumMedia: '0',
      NumSegments: '1',
      SmsStatus: 'received',
      ApiVersion: '2010-04-01',
      MessageSid: this.sid(),
      To: TwilioServer.account.number,
      ...fields,
    };
    const signed = Object.entries(form)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => name + value)
      .join('');
    const signature = createHmac('sha1', TwilioServer.account.authToken)
      .update(`${TwilioServer.publicUrl}${path}${signed}`)
      .digest('base64');
    return fetch(`${gatewayUrl}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': change.signature ?? signature,
      },
      body: change.body ?? new URLSearchParams(form).toString(),
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
