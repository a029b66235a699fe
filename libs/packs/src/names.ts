import { z } from 'zod';

/** Fraud, legal and the other subjects that a detector scores in every turn. */
export const topics = [
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'vulnerability',
  'data-rights',
  'payment-card-data',
  'minor',
] as const;

/** What makes a customer vulnerable in a turn. */
export const vulnerabilityKinds = ['bereavement', 'hardship', 'self-harm-risk', 'domestic-abuse'] as const;

/** Why a conversation is given to a human. A pack may add its own as `x-…`. */
export const reasonCodes = [
  'human-request',
  'callback-request',
  'misunderstanding',
  'no-input',
  'low-asr',
  'frustration',
  'confusion',
  'urgency',
  'repeat-contact',
  'language',
  'intent',
  'bot-failure',
  'risk',
  ...topics,
] as const;

/** The channels a conversation can come by. */
export const channels = ['phone', 'chat', 'whatsapp', 'sms', 'email'] as const;

/** How soon a human should take the conversation. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;

export const kebabName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .describe('a name-in-kebab-case');

export const snakeName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  .max(64)
  .describe('a name_in_snake_case');

/** An id given by another system: printable, without spaces. */
export const foreignId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/)
  .max(64)
  .describe('an id of letters, digits and -');

export const topicName = z.enum(topics);
export const priorityName = z.enum(priorities);
export const channelName = z.enum(channels);

/** Whether a reason is one of {@link reasonCodes} or a pack's own `x-…`. */
export function isReasonCode(reason: string): boolean {
  return (reasonCodes as readonly string[]).includes(reason) || /^x-[a-z0-9]+(-[a-z0-9]+)*$/.test(reason);
}
