import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';
import type { Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import type { DoorAnswer } from '../channel-entrance.js';
import type { InboundMessages } from '../inbound-messages.js';
import { readBody } from '../read-body.js';
import { readEmail } from './read-email.js';

/** Longest e-mail, bytes: what the big mail services send at most. */
export const maxEmailBytes = 25 * 1024 * 1024;
/** E-mails in memory at once; more are asked to come again. */
const maxAtOnce = 4;

/** `POST /v1/channels/email/{tenant}`: a raw message (RFC 5322), handed in by whoever receives the company's mail. */
export class EmailDoor {
  #inHand = 0;

  constructor(
    private readonly platform: Platform,
    private readonly inbound: InboundMessages,
  ) {}

  /** Throws `channel-off`, `bad-token`, `too-large`, `bad-email`, and what `InboundMessages.take` throws. */
  async take(request: IncomingMessage, tenantId: string): Promise<DoorAnswer> {
    const { emailToken } = this.platform.config;
    if (emailToken === undefined)
      throw new BatonError('channel-off', 'E-mail is off: BATON_EMAIL_TOKEN is not set.');
    if (!isToken(request.headers.authorization, emailToken))
      throw new BatonError('bad-token', 'Send the token of the mail service: Authorization: Bearer …');
    if (this.#inHand >= maxAtOnce)
      throw new BatonError('peer-unavailable', 'Too many e-mails at once; send it again.');
    this.#inHand += 1;
    try {
      return await this.#read(await readBody(request, maxEmailBytes), tenantId);
    } finally {
      this.#inHand -= 1;
    }
  }

  async #read(raw: Buffer, tenantId: string): Promise<DoorAnswer> {
    const read = await readEmail(tenantId, raw);
    const outcome = !read.ok ? 'bad-email' : read.value.kind;
    count('baton.messages.received', { tenant: tenantId, channel: 'email', outcome });
    if (!read.ok) throw new BatonError('bad-email', `The message cannot be taken: ${read.error}.`);
    if (read.value.kind === 'ignored') return accepted({ ignored: read.value.why });
    return accepted({ conversationId: await this.inbound.take(read.value.message) });
  }
}

function accepted(body: unknown): DoorAnswer {
  return { status: 202, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/** Compared by hash, so that neither length nor content shows in the time it takes. */
function isToken(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
