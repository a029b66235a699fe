import { z } from 'zod';

/** What the caller's side may send over the WebSocket, one JSON object a message. */
export const callerMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    tenant: z.string().max(64).default(''),
    language: z.string().max(16).default(''),
    jurisdiction: z.string().max(8).default(''),
    channel: z.enum(['phone', 'chat', 'whatsapp', 'sms', 'email']).optional(),
    customer: z
      .object({
        id: z.string().max(64),
        segment: z.string().max(32).default(''),
        contactsLast30d: z.number().int().min(0).default(0),
      })
      .optional(),
  }),
  z.object({ type: z.literal('resume'), conversationId: z.string().max(64) }),
  z.object({ type: z.literal('move'), link: z.string().max(100) }),
  z.object({ type: z.literal('link') }),
  z.object({ type: z.literal('say'), text: z.string(), id: z.string().max(64).optional() }),
  z.object({ type: z.literal('key'), digit: z.string().regex(/^[0-9*#]$/) }),
  z.object({ type: z.literal('silence') }),
  z.object({ type: z.literal('consent'), purpose: z.string().max(32), granted: z.boolean() }),
  z.object({ type: z.literal('leave-message'), text: z.string().max(4_000) }),
  z.object({ type: z.literal('await-callback'), conversationId: z.string().max(64) }),
  z.object({ type: z.literal('answer'), conversationId: z.string().max(64), accept: z.boolean() }),
  z.object({ type: z.literal('hangup') }),
]);

export type CallerMessage = z.infer<typeof callerMessage>;

/** What the caller's side receives. */
export type GatewayMessage =
  | { readonly type: 'started'; readonly conversationId: string; readonly language: string }
  | {
      readonly type: 'turn';
      readonly index: number;
      readonly speaker: 'customer' | 'bot' | 'agent' | 'announcement';
      readonly text: string;
      readonly at: number;
      readonly language: string;
    }
  | {
      readonly type: 'status';
      readonly phase: 'ringing' | 'bot' | 'waiting' | 'agent' | 'ended';
      /** Their agent asks a colleague. */
      readonly onHold?: boolean;
      /** Nothing is new: a sign that the line is alive, at least every 5 s while the caller waits. */
      readonly stillHere?: boolean;
      /** Nobody is there at this hour: a message can be left. */
      readonly canLeaveMessage?: boolean;
      readonly position?: number;
      readonly expectedWaitSeconds?: number;
      readonly reason?: string;
    }
  /** What the caller sends from another channel to go on there. */
  | { readonly type: 'link'; readonly token: string; readonly expiresAt: number }
  /** The conversation goes on elsewhere; this connection closes. */
  | { readonly type: 'moved'; readonly channel: string }
  /** The callback they were promised rings. */
  | { readonly type: 'ringing'; readonly conversationId: string; readonly answerBy: number }
  | { readonly type: 'error'; readonly code: string; readonly message: string };
