import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Config } from '@baton/service-kit';
import type { MessageSender, OutgoingMessage, SendOutcome } from '../sender.js';

/** How long a mail server may take for each step, ms. */
const timeLimitMs = 5_000;

/** Answers e-mail by SMTP, in the customer's own thread (RFC 5322 §3.6.4), marked as not to be answered by machines (RFC 3834). */
export class SmtpSender implements MessageSender {
  readonly #transport: ReturnType<typeof createTransport>;

  constructor(private readonly server: NonNullable<Config['smtp']>) {
    this.#transport = createTransport({
      url: server.url,
      connectionTimeout: timeLimitMs,
      greetingTimeout: timeLimitMs,
      socketTimeout: timeLimitMs,
      // A message is text we have: never a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ conversationId, leg, to, text, turnIndex }: OutgoingMessage): Promise<SendOutcome> {
    const { subject = '', messageId } = leg.mail ?? {};
    try {
      await this.#transport.sendMail({
        from: this.server.from,
        to,
        subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`.trim(),
        text,
        // The same for the same turn: a mail server that gets it twice can tell.
        messageId: `<${idOf(conversationId, turnIndex)}@${this.server.from.split('@')[1] ?? 'localhost'}>`,
        headers: { 'Auto-Submitted': 'auto-replied' },
        ...(messageId === undefined ? {} : { inReplyTo: messageId, references: messageId }),
      });
      return 'sent';
    } catch (thrown) {
      // 5yz: this message will never be taken (RFC 5321 §4.2.1). Anything else may pass.
      const code = thrown instanceof Error && 'responseCode' in thrown ? Number(thrown.responseCode) : 0;
      return code >= 500 && code < 600 ? 'never' : 'later';
    }
  }
}

function idOf(conversationId: string, turnIndex: number): string {
  return createHash('sha256').update(`${conversationId}/${turnIndex}`).digest('hex').slice(0, 32);
}
