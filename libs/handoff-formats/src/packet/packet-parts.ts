import { z } from 'zod';

/** RFC 3339 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 }).describe('RFC 3339, UTC');
const index = z.int().min(0).describe('0-based position in the conversation, all speakers counted');
const status = z.enum(['pending', 'satisfied', 'failed']);
const score = z.number().min(0).max(1);

export const channel = z.enum(['unspecified', 'phone', 'chat', 'whatsapp', 'sms', 'email']);
export const priority = z.enum(['unspecified', 'low', 'normal', 'high', 'urgent']);

export const identity = z
  .strictObject({
    customerId: z
      .string()
      .max(128)
      .optional()
      .describe("the company's own id; absent where the caller is not known"),
    known: z.boolean(),
    name: z.string().optional(),
    segment: z.string().optional(),
    contactsLast30d: z.int().min(0),
    assurance: z.string().min(1).describe('how sure we are of who it is, e.g. none, claimed, crm'),
  })
  .describe('who calls');

export const contactReason = z
  .strictObject({ intent: z.string(), title: z.string(), turnIndex: index })
  .describe('one thing the caller wants');

export const intent = z
  .strictObject({
    current: z.string().optional().describe('the intent that stands open, newest'),
    stack: z
      .array(
        z.strictObject({ name: z.string(), title: z.string(), confidence: score, status, turnIndex: index }),
      )
      .describe('oldest first'),
    slots: z
      .array(
        z.strictObject({
          name: z.string(),
          intent: z.string(),
          value: z.string().optional().describe("the caller's words, redacted"),
          status,
          turnIndex: index,
        }),
      )
      .describe('what the bot asked for and what it got'),
  })
  .describe('what the caller is after, and how far the bot got with it');

const level = z.int().min(0).max(2);
export const sentiment = z
  .strictObject({
    trend: z
      .enum(['unknown', 'falling', 'steady', 'rising'])
      .describe('of the polarity, first to last third'),
    points: z.array(
      z.strictObject({
        turnIndex: index,
        polarity: z.number().min(-1).max(1),
        frustration: level,
        confusion: level,
        urgency: level,
        sarcasm: z.boolean(),
      }),
    ),
  })
  .describe('how the caller felt, turn by turn');

export const actionTried = z.strictObject({
  turnIndex: index,
  action: z.string(),
  intent: z.string().optional(),
  result: z.string().describe('open, accepted, left or rejected'),
});

export const consent = z.strictObject({
  purpose: z.string(),
  state: z.string().describe('notified, granted or refused'),
  noticeVersion: z.string(),
  jurisdiction: z.string().optional(),
  at: instant.optional(),
});

export const disclosure = z
  .strictObject({
    disclosed: z.boolean(),
    at: instant.optional(),
    language: z.string().optional(),
    version: z.string().optional(),
    textSha256: z.string().optional().describe('hex, of the exact text'),
  })
  .describe('whether and how the caller was told that they speak with an AI');

export const articleRef = z.strictObject({ articleId: z.string(), title: z.string(), quote: z.string() });

export const attachment = z.strictObject({
  attachmentId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().describe('hex'),
  url: z.string().optional(),
  turnIndex: index,
});

export const previousContact = z.strictObject({
  conversationId: z.string(),
  channel,
  startedAt: instant,
  contactReasons: z.array(z.string()),
  outcome: z.string().describe('the state of its handoff, or bot where no human was needed'),
  summary: z.string().optional(),
});
