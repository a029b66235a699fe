import { z } from 'zod';
import { Channel } from '@baton/contracts';
import { err, ok, type Result } from '@baton/kernel';
import type { InboundMessage } from '../inbound-message.js';

const address = z.string().regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/);

/** What of Twilio's form Baton uses. */
const form = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/),
  From: address,
  To: address,
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().min(0).default(0),
});

/** Twilio's form as a message; `bad-form` names the first field that is wrong, never its value. */
export function readTwilioMessage(
  tenantId: string,
  fields: URLSearchParams,
): Result<InboundMessage, { readonly field: string }> {
  const parsed = form.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return err({ field: String(parsed.error.issues[0]?.path[0] ?? 'form') });
  const { MessageSid, From, To, Body, NumMedia } = parsed.data;
  const isWhatsApp = From.startsWith('whatsapp:');
  if (isWhatsApp !== To.startsWith('whatsapp:')) return err({ field: 'To' });
  const text = NumMedia > 0 ? `${Body}\n[${NumMedia} attached]`.trim() : Body;
  return ok({
    tenantId,
    messageId: `twilio:${MessageSid}`,
    channel: isWhatsApp ? Channel.CHANNEL_WHATSAPP : Channel.CHANNEL_SMS,
    identifier: { kind: 'phone', value: From.replace('whatsapp:', '') },
    // WhatsApp has checked who writes; the sender of an SMS can be forged.
    proof: isWhatsApp ? 'account' : 'network',
    leg: { ourAddress: To.replace('whatsapp:', '') },
    text,
  });
}
