import { z } from 'zod';
import { kebabName, priorityName } from './names.js';
import { openingSchema } from './routing-schema.js';

const dayMinutes = 1440;
const duration = (what: string) => z.number().gt(0).max(86_400).describe(what);
const share = z.number().min(0).max(1).describe('a share from 0 to 1');
const weight = z.number().gt(0).max(1_000_000).describe('a weight above 0');
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
  .describe('a language such as en or es');
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .describe('"08:00", with quotes');
const rate = z.number().min(0).max(100_000).describe('calls an hour, 0 to 100000');
const perHour = z
  .union([rate, z.array(rate).min(1).max(168)])
  .describe('calls an hour: a number, or a list with one for each hour');
const minutes = z.number().min(0).max(dayMinutes).describe('minutes, 0 to 1440');
const proficiency = z.int().min(1).max(5).describe('a proficiency from 1 to 5');

const distribution = <N extends string>(name: N) =>
  z.literal(name).describe('one of constant, exponential, lognormal, empirical');

/** How long something takes, in seconds. */
export const durationSchema = z
  .discriminatedUnion('distribution', [
    z.strictObject({
      distribution: distribution('constant'),
      seconds: z.number().min(0).max(86_400).describe('seconds'),
    }),
    z.strictObject({ distribution: distribution('exponential'), mean: duration('seconds above 0') }),
    z.strictObject({
      distribution: distribution('lognormal'),
      mean: duration('seconds above 0'),
      deviation: duration('a standard deviation in seconds above 0'),
    }),
    z.strictObject({
      distribution: distribution('empirical'),
      values: z
        .array(z.number().min(0).max(86_400).describe('seconds'))
        .min(1)
        .max(10_000)
        .describe('a list of measured seconds'),
    }),
  ])
  .describe(
    '{ distribution: exponential, mean } or lognormal with mean and deviation, constant with seconds, empirical with values',
  );

const patience = z
  .union([z.literal('unlimited'), durationSchema])
  .describe('unlimited, or { distribution: exponential, mean }');

const callSchema = z.strictObject({
  name: kebabName,
  share: weight.exactOptional(),
  perHour: perHour.exactOptional(),
  skills: z.array(kebabName).max(10).describe('[a skill of the pack]').default([]),
  minProficiency: proficiency.exactOptional(),
  languages: z.record(language, weight).describe('{ en: 8, es: 2 }'),
  priorities: z.partialRecord(priorityName, weight).describe('{ normal: 9, high: 1 }').default({ normal: 1 }),
  segments: z.record(kebabName, weight).describe('{ premier: 1, standard: 9 }').exactOptional(),
  handle: durationSchema.exactOptional(),
  patience: patience.exactOptional(),
});

const agentsSchema = z.strictObject({
  name: kebabName,
  count: z.int().min(1).max(10_000).describe('how many, 1 to 10000').default(1),
  skills: z.record(kebabName, proficiency).describe('{ skill: 1 to 5 }'),
  languages: z.array(language).min(1).max(20).describe('[a language]'),
  shift: z
    .strictObject({
      from: time,
      to: time,
      days: openingSchema.shape.open.element.shape.days.describe('[mon, tue]').exactOptional(),
    })
    .describe('{ from: "08:00", to: "16:00" }')
    .exactOptional(),
  breaks: z
    .array(
      z.strictObject({
        at: time,
        minutes: z.number().gt(0).max(dayMinutes).describe('minutes above 0'),
        spreadMinutes: minutes.default(0),
      }),
    )
    .max(20)
    .describe('[{ at: "12:00", minutes: 30 }]')
    .default([]),
});

export const simulationSchema = z.strictObject({
  id: kebabName,
  title: z.string().max(200).describe('a sentence').exactOptional(),
  pack: z.string().min(1).max(1000).describe('the name of a pack, or its folder').exactOptional(),
  seed: z.int().min(0).max(4_294_967_295).describe('a whole number').default(1),
  replications: z.int().min(1).max(200).describe('a number from 1 to 200').default(5),
  start: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
    .refine((text) => new Date(`${text}:00Z`).toJSON()?.startsWith(text) ?? false)
    .describe('a local time such as "2026-09-08T08:00", with quotes'),
  timezone: openingSchema.shape.timezone.default('UTC'),
  hours: z.number().gt(0).max(168).describe('hours above 0, at most 168'),
  warmUpMinutes: minutes.default(0),
  arrivals: z.strictObject({ perHour }).describe('{ perHour: [60, 90] }').exactOptional(),
  calls: z.array(callSchema).min(1).max(200).describe('a list of kinds of calls'),
  patience: patience.default('unlimited'),
  handling: z
    .strictObject({
      time: durationSchema,
      bySkill: z.record(kebabName, durationSchema).describe('{ skill: { distribution: … } }').default({}),
      mismatch: z
        .strictObject({
          factor: z.number().min(1).max(10).describe('a factor from 1 to 10').default(1),
          transfer: share.default(0),
          beforeTransfer: durationSchema.default({ distribution: 'exponential', mean: 90 }),
        })
        .describe('{ factor, transfer, beforeTransfer }')
        .default({
          factor: 1,
          transfer: 0,
          beforeTransfer: { distribution: 'exponential', mean: 90 },
        }),
    })
    .describe('{ time: { distribution: lognormal, mean: 300, deviation: 200 } }'),
  wrapUp: durationSchema.default({ distribution: 'constant', seconds: 0 }),
  answering: z
    .strictObject({
      time: durationSchema.default({ distribution: 'constant', seconds: 0 }),
      reject: share.default(0),
      noAnswer: share.default(0),
      backAfterMinutes: minutes.default(5),
    })
    .describe('{ time, reject, noAnswer }')
    .default({
      time: { distribution: 'constant', seconds: 0 },
      reject: 0,
      noAnswer: 0,
      backAfterMinutes: 5,
    }),
  callbacks: z
    .strictObject({ accept: share.default(0) })
    .describe('{ accept: 0.1 }')
    .default({ accept: 0 }),
  agents: z.array(agentsSchema).max(1000).describe('a list of groups of agents'),
  expect: z
    .strictObject({
      skillAndLanguageMatch: share.exactOptional(),
      p90WaitAgainstFifo: z.number().gt(0).describe('a factor above 0').exactOptional(),
      highPriorityP90AgainstFifo: z.number().gt(0).describe('a factor above 0').exactOptional(),
      serviceLevel: share.exactOptional(),
      abandonment: share.exactOptional(),
      occupancy: z
        .strictObject({ from: share, to: share })
        .describe('{ from: 0.8, to: 0.9 }')
        .exactOptional(),
    })
    .describe('{ skillAndLanguageMatch, p90WaitAgainstFifo, … }')
    .default({}),
});

/** How long something takes, in seconds, as a distribution. */
export type DurationSource = z.infer<typeof durationSchema>;

/** How long a caller waits before they hang up. */
export type PatienceSource = z.infer<typeof patience>;

/** One kind of call of a simulation: how often, what it asks for, how long it takes. */
export type SimulatedCalls = z.infer<typeof callSchema>;

/** Agents who are alike: what they can do and when they work. */
export type SimulatedAgents = z.infer<typeof agentsSchema>;

/** A simulation scenario (docs/simulate.md). */
export type Simulation = z.infer<typeof simulationSchema>;
