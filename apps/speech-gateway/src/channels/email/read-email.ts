import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import PostalMime, { type Email } from 'postal-mime';
import { Channel } from '@baton/contracts';
import { err, ok, type Result } from '@baton/kernel';
import type { InboundMessage } from '../inbound-message.js';
import { notByAPerson } from './not-by-a-person.js';

/** What a raw message is to us. */
export type ReadEmail =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  /** Nobody wrote it; `why` names the rule. */
  | { readonly kind: 'ignored'; readonly why: string };

/** Longest text that becomes a turn, characters: the redaction and everything after it read every word. */
const maxText = 16_000;
const maxAttachmentsNamed = 10;
const maxAnswers = 50;

/** Reads a raw message (RFC 5322, MIME). The fault says what is missing, never what the message holds. */
export async function readEmail(tenantId: string, raw: Buffer): Promise<Result<ReadEmail, string>> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(raw, { maxNestingDepth: 32, maxHeadersSize: 262_144 });
  } catch {
    return err('it is no MIME message');
  }
  const sender = mail.from?.address?.toLowerCase();
  if (!sender) return err('it has no From');
  const why = notByAPerson(mail.headers, sender, returnPathOf(mail));
  if (why !== undefined) return ok({ kind: 'ignored', why });
  const text = `${writtenText(mail)}${attachmentsOf(mail)}`.trim();
  if (text === '') return ok({ kind: 'ignored', why: 'empty' });
  // A message without an id is told from others by all of its bytes.
  const messageId = mail.messageId ?? createHash('sha256').update(raw).digest('hex');
  const ourAddress = mail.to?.[0]?.address;
  return ok({
    kind: 'message',
    message: {
      tenantId,
      channel: Channel.CHANNEL_EMAIL,
      messageId: mailId(messageId),
      identifier: { kind: 'email', value: sender },
      proof: 'network',
      leg: {
        ...(ourAddress === undefined ? {} : { ourAddress }),
        mail: { subject: (mail.subject ?? '').slice(0, 200), messageId: messageId.slice(0, 300) },
      },
      text,
      answers: answersOf(mail),
    },
  });
}

/** Ids of messages are other people's texts: kept by their hash. */
function mailId(messageId: string): string {
  return `email:${createHash('sha256').update(messageId.trim()).digest('hex')}`;
}

function answersOf({ references, inReplyTo }: Email): string[] {
  const named = `${references ?? ''} ${inReplyTo ?? ''}`.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set(named)].slice(-maxAnswers).map(mailId);
}

/** What the sender wrote this time: without what they quote and without their signature. */
function writtenText({ subject = '', text, html }: Email): string {
  const plain = text ?? textOfHtml(html ?? '');
  const bounded = plain.slice(0, 4 * maxText);
  const visible = new EmailReplyParser().parseReply(bounded).trim().slice(0, maxText);
  return visible === '' ? subject.slice(0, 200) : visible;
}

function textOfHtml(html: string): string {
  return html
    .slice(0, 16 * maxText)
    .replace(/<(style|script|head)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<blockquote\b[\s\S]*$/i, '')
    .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** That there is something attached, and of what kind: names of files are often names of people. */
function attachmentsOf({ attachments }: Email): string {
  if (attachments.length === 0) return '';
  const kinds = attachments.slice(0, maxAttachmentsNamed).map(({ mimeType }) => mimeType.slice(0, 60));
  const more = attachments.length - kinds.length;
  return `\n[${attachments.length} attached: ${kinds.join(', ')}${more > 0 ? `, ${more} more` : ''}]`;
}

function returnPathOf({ headers }: Email): string | undefined {
  return headers.find(({ key }) => key === 'return-path')?.value.trim();
}
