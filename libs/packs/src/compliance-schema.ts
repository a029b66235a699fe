import { z } from 'zod';
import { topics, vulnerabilityKinds } from './names.js';
import { textSchema } from './text.js';

const jurisdictionCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
  .describe('an ISO 3166 code such as GB or US-CA');

export const jurisdictionSchema = z.strictObject({
  code: jurisdictionCode,
  disclosureVersion: z.string().min(1).max(40).describe('a text in quotes, e.g. "2026-08"'),
  aiDisclosure: textSchema,
  consentNotice: textSchema,
  consents: z
    .array(z.strictObject({ purpose: z.enum(['transcript', 'recording']), mode: z.enum(['notice', 'ask']) }))
    .min(1)
    .describe('a list of { purpose, mode }'),
});

const days = z.int().max(36_525).describe('whole days');

export const complianceSchema = z.strictObject({
  defaultJurisdiction: jurisdictionCode,
  jurisdictions: z.array(jurisdictionSchema).min(1),
  retentionDays: z.strictObject({
    conversation: days.min(1),
    decisions: days.min(184).describe('whole days, at least 184'),
  }),
  dataResidency: z
    .array(
      z
        .string()
        .regex(/^[A-Z]{2}$/)
        .describe('an ISO 3166 country code such as GB'),
    )
    .describe('countries the data must stay in')
    .optional(),
  guidance: z
    .partialRecord(z.enum([...topics, ...vulnerabilityKinds]), textSchema)
    .describe('a topic with a text')
    .default({}),
});

/** What must be said and asked where the customer is. */
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/** `compliance.yaml`. */
export type ComplianceConfig = z.infer<typeof complianceSchema>;
