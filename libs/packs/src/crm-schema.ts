import { z } from 'zod';
import { snakeName } from './names.js';

/** A secret stands in the environment, and a pack can name only what is meant for CRMs. */
const secretName = z
  .string()
  .regex(/^BATON_CRM_[A-Z0-9_]+$/)
  .max(80)
  .describe('the name of an environment variable that begins with BATON_CRM_');

/** RFC 6901. */
const pointer = z
  .string()
  .regex(/^(\/([^~/]|~[01])*)+$/)
  .max(200)
  .describe('a JSON Pointer such as /customer/id');

const path = z
  .string()
  .regex(/^\/[^\s#]*$/)
  .max(500)
  .describe('a path such as /customers/{{customerId}}');

const body = z
  .record(z.string().min(1).max(64), z.string().max(1000).describe('a text in "quotes"'))
  .describe('{ field: "text with {{names}}" }');

export const crmLookupSchema = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  path,
  body: body.exactOptional(),
});

export const crmSchema = z.strictObject({
  baseUrl: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .describe('"https://crm.example.com/api"'),
  auth: z
    .strictObject({
      bearer: secretName.exactOptional(),
      basic: z.strictObject({ user: secretName, password: secretName }).exactOptional(),
      header: z
        .strictObject({
          name: z
            .string()
            .regex(/^[A-Za-z0-9-]+$/)
            .describe('the name of a header'),
          value: secretName,
        })
        .exactOptional(),
    })
    .describe('{ bearer: BATON_CRM_TOKEN }')
    .exactOptional(),
  timeLimitMs: z.int().min(20).max(2000).describe('20 to 2000 milliseconds').default(300),
  cacheSeconds: z.int().min(0).max(3600).describe('0 to 3600 seconds').default(60),
  circuitBreaker: z
    .strictObject({
      failures: z.int().min(1).max(100).describe('1 to 100 failures in a row'),
      openSeconds: z.number().min(0.1).max(600).describe('0.1 to 600 seconds'),
    })
    .default({ failures: 5, openSeconds: 30 }),
  lookups: z
    .strictObject({
      customerId: crmLookupSchema.exactOptional(),
      phone: crmLookupSchema.exactOptional(),
      email: crmLookupSchema.exactOptional(),
    })
    .describe('{ customerId: { path }, phone: { path }, email: { path } }'),
  response: z.strictObject({
    customerId: pointer,
    name: pointer.exactOptional(),
    segment: pointer.exactOptional(),
    contactsLast30d: pointer.exactOptional(),
    facts: z.record(snakeName, pointer).describe('{ fact: /json/pointer }').default({}),
  }),
  writeBack: z
    .strictObject({
      method: z.enum(['POST', 'PUT', 'PATCH']).default('POST'),
      path,
      body,
    })
    .exactOptional(),
});

/** `crm.yaml`. */
export type CrmConfig = z.infer<typeof crmSchema>;

/** One question to the CRM. */
export type CrmLookup = z.infer<typeof crmLookupSchema>;
