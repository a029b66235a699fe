import { z } from 'zod';
import { kebabName } from './names.js';
import { textSchema } from './text.js';

const seconds = z.int().min(0).max(86_400).describe('whole seconds');
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('"08:00", with quotes');

export const openingSchema = z.strictObject({
  timezone: z.string().refine(isTimeZone).describe('an IANA time zone such as Europe/London'),
  open: z
    .array(
      z.strictObject({
        days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
        from: timeOfDay,
        to: timeOfDay,
      }),
    )
    .min(1)
    .describe('a list of { days, from, to }'),
  closed: z.array(z.iso.date().describe('a date such as "2026-12-25"')).default([]),
});

/** How well an agent must know each skill of a queue. */
const proficiency = z.int().min(1).max(5).describe('a proficiency from 1 to 5');

export const stepSchema = z.strictObject({
  afterSeconds: seconds,
  language: z.literal('any').exactOptional(),
  minProficiency: proficiency.exactOptional(),
  overflow: kebabName.exactOptional(),
  interpreter: z.boolean().exactOptional(),
  callback: z.literal('offer').exactOptional(),
});

const conditionText = z.string().trim().min(1).max(2_000).describe('a CEL condition in quotes');

/** Who is served first: seconds of waiting a caller is given. */
export const priorityWeightSchema = z.strictObject({
  when: conditionText,
  add: z.int().min(-3_600).max(3_600).describe('whole seconds from -3600 to 3600'),
});

/** Which agent: points. */
export const preferWeightSchema = z.strictObject({
  when: conditionText.exactOptional(),
  per: z.string().describe('a numeric field such as agent.proficiency').exactOptional(),
  add: z.number().min(-1_000_000).max(1_000_000).describe('points'),
});

export const queueSchema = z.strictObject({
  name: kebabName,
  title: textSchema,
  skills: z.array(kebabName).default([]),
  minProficiency: proficiency.exactOptional(),
  serves: z.array(kebabName).default([]),
  hours: z
    .union([z.literal('always'), openingSchema])
    .describe('always, or { timezone, open: [{ days, from, to }] }'),
  serviceLevel: z.strictObject({
    seconds: z.int().min(1).max(86_400).describe('whole seconds'),
    percent: z.number().min(1).max(100).describe('1 to 100'),
    pull: z
      .strictObject({
        beforeSeconds: seconds,
        add: z.int().min(1).max(3_600).describe('whole seconds from 1 to 3600'),
      })
      .exactOptional(),
  }),
  steps: z.array(stepSchema).default([]),
  priority: z.array(priorityWeightSchema).max(50).exactOptional(),
  prefer: z.array(preferWeightSchema).max(50).exactOptional(),
});

/** How many conversations an agent can have at once, unless said otherwise of them. */
export const capacitySchema = z.strictObject({
  voice: z.int().min(0).max(1).describe('0 or 1'),
  chat: z.int().min(0).max(20).describe('0 to 20'),
  voiceWithChats: z.boolean().exactOptional(),
});

export const workforceSchema = z.strictObject({
  heartbeatSeconds: z.int().min(10).max(3_600).describe('whole seconds from 10').exactOptional(),
  noAnswersBeforeBreak: z.int().min(1).max(20).describe('1 to 20').exactOptional(),
  capacity: capacitySchema.exactOptional(),
});

export const prewarmSchema = z.strictObject({
  risk: z.number().gt(0).max(1).describe('a risk above 0, up to 1'),
  holdSeconds: z.int().min(1).max(300).describe('whole seconds, 1 to 300'),
});

export const routingSchema = z.strictObject({
  skills: z.array(z.strictObject({ name: kebabName, title: textSchema })).min(1),
  queues: z.array(queueSchema).min(1),
  defaultQueue: kebabName,
  offerSeconds: z.int().min(3).max(600).describe('whole seconds'),
  wrapUpSeconds: z.int().min(0).max(3600).describe('whole seconds'),
  averageHandleSeconds: z.int().min(1).max(86_400).describe('whole seconds'),
  callback: z.strictObject({
    offerAfterSeconds: seconds,
    expireHours: z.number().gt(0).max(720).describe('hours'),
    afterMinutes: z.number().gt(0).max(1440).describe('minutes').exactOptional(),
    attempts: z.int().min(1).max(20).describe('how often, 1 to 20').exactOptional(),
    minutesBetween: z.number().gt(0).max(1440).describe('minutes').exactOptional(),
    ringSeconds: z.int().min(5).max(120).describe('whole seconds, 5 to 120').exactOptional(),
  }),
  announce: z.strictObject({
    everySeconds: z.int().min(5).max(600).describe('whole seconds'),
    position: textSchema,
    connecting: textSchema,
    callbackOffer: textSchema,
    callbackBooked: textSchema,
    closed: textSchema,
    transferring: textSchema.exactOptional(),
    onHold: textSchema.exactOptional(),
    offHold: textSchema.exactOptional(),
    joining: textSchema.exactOptional(),
    backToBot: textSchema.exactOptional(),
    stillHere: textSchema.exactOptional(),
    messageOffer: textSchema.exactOptional(),
    messageTaken: textSchema.exactOptional(),
    callbackGreeting: textSchema.exactOptional(),
  }),
  workforce: workforceSchema.exactOptional(),
  prewarm: prewarmSchema.exactOptional(),
  dispositions: z.array(z.strictObject({ code: kebabName, title: textSchema })).min(1),
});

/** When a queue is staffed, in the wall-clock time of a time zone. */
export type OpeningHours = z.infer<typeof openingSchema>;

/** A relaxation of the match that begins once the caller has waited. */
export type RoutingStep = z.infer<typeof stepSchema>;

/** A queue: who can serve it, whom it serves, when, and how well. */
export type QueueConfig = z.infer<typeof queueSchema>;

/** What agents of the company can do at once, and when they are taken to be away. */
export type WorkforceConfig = z.infer<typeof workforceSchema>;

/** How many conversations an agent can have at once. */
export type CapacityConfig = z.infer<typeof capacitySchema>;

/** When an agent is held in advance for a conversation that may need one. */
export type PrewarmConfig = z.infer<typeof prewarmSchema>;

/** `routing.yaml`. */
export type RoutingConfig = z.infer<typeof routingSchema>;

function isTimeZone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' &&
      !/^[+-]/.test(name)
    );
  } catch {
    return false;
  }
}
