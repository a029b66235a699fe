import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BatonError } from '@baton/kernel';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { EmailDoor } from './email/email-door.js';
import { InboundMessages } from './inbound-messages.js';
import { Outbox } from './outbox.js';
import { TwilioDoor } from './twilio/twilio-door.js';

/** What a door answers. */
export interface DoorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Which HTTP status says what an error code means; what is not listed is nobody's business but ours. */
const statusByCode: Readonly<Record<string, number>> = {
  'invalid-argument': 400,
  'bad-form': 400,
  'bad-email': 400,
  'bad-signature': 403,
  'bad-token': 401,
  'link-invalid': 403,
  'link-expired': 403,
  'link-used': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'identity-conflict': 409,
  'conversation-ended': 409,
  'too-many-moves': 409,
  'too-large': 413,
  'channel-off': 503,
  'peer-unavailable': 503,
  'store-unavailable': 503,
  'bus-unavailable': 503,
};

/** `/v1/channels/…`: where carriers and mail services hand messages in. */
@Injectable()
export class ChannelEntrance {
  readonly #twilio: TwilioDoor;
  readonly #email: EmailDoor;

  // In the constructor, because Nest puts its body parser in place right after its containers are built, and a signature is of the
  // bytes that were sent.
  constructor(
    @Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost,
    @Inject(InboundMessages) inbound: InboundMessages,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    this.#twilio = new TwilioDoor(platform, inbound);
    this.#email = new EmailDoor(platform, inbound);
    httpAdapter.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      if (!request.url?.startsWith('/v1/channels/')) return next();
      void this.#serve(request, response);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer: DoorAnswer;
    try {
      answer = await this.#answer(request);
    } catch (thrown) {
      answer = this.#refusal(thrown);
      // What is still on its way is not read: the connection would stay busy with it.
      if (!request.complete) response.setHeader('connection', 'close');
    }
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  }

  async #answer(request: IncomingMessage): Promise<DoorAnswer> {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    const [, , , door = '', tenantId = '', ...more] = pathname.split('/');
    if (door === 'outbox' && tenantId === '' && this.platform.config.outbox)
      return json(200, this.outbox.messages());
    if ((door !== 'twilio' && door !== 'email') || more.length > 0)
      throw new BatonError('not-found', 'There is no such channel; there are twilio and email.');
    if (request.method !== 'POST')
      throw new BatonError('method-not-allowed', 'Messages are handed in by POST.');
    if (!this.platform.packs.tenants().includes(tenantId))
      throw new BatonError('not-found', 'There is no such tenant.');
    return door === 'twilio' ? this.#twilio.take(request, tenantId) : this.#email.take(request, tenantId);
  }

  #refusal(thrown: unknown): DoorAnswer {
    const status = thrown instanceof BatonError ? statusByCode[thrown.code] : undefined;
    if (status !== undefined && thrown instanceof BatonError)
      return json(status, { error: { code: thrown.code, message: thrown.message } });
    this.platform.logger.error({ err: thrown }, 'unexpected error at a channel’s door');
    return json(500, { error: { code: 'unexpected', message: 'Something went wrong here; it was logged.' } });
  }
}

function json(status: number, body: unknown): DoorAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
