import { z } from 'zod';
import { foreignId, kebabName } from './names.js';
import { languageTag } from './text.js';

const personName = z.string().trim().min(1).max(120).describe('a name');

export const demoAgentSchema = z.strictObject({
  id: kebabName,
  name: personName,
  skills: z
    .record(kebabName, z.int().min(1).max(5).describe('proficiency, 1 to 5'))
    .describe('{ skill: 1 to 5 }'),
  languages: z.array(languageTag).min(1).describe('[en]'),
  team: kebabName.exactOptional(),
  site: kebabName.exactOptional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('two letters such as GB')
    .exactOptional(),
  role: z.enum(['agent', 'supervisor']).exactOptional(),
});

export const demoCustomerSchema = z.strictObject({
  id: foreignId,
  name: personName,
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .describe('"+442079460101", E.164 in quotes'),
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/)
    .describe('an e-mail address')
    .exactOptional(),
  segment: kebabName,
  since: z.int().min(1900).max(2100).describe('a year'),
  facts: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.string().describe('a text in "quotes"'))
    .default({}),
  contactsLast30d: z.int().min(0).max(1000).describe('how many contacts').default(0),
});

export const demoSchema = z.strictObject({
  agents: z.array(demoAgentSchema).min(1).describe('a list of agents'),
  customers: z.array(demoCustomerSchema).min(1).describe('a list of customers'),
  history: z.array(z.string()).default([]),
  demoCall: z.string().describe('the id of a call script'),
});

/** An agent that exists for a first look only. */
export type DemoAgent = z.infer<typeof demoAgentSchema>;

/** A customer that exists for a first look only, with what a CRM would say. */
export type DemoCustomer = z.infer<typeof demoCustomerSchema>;

/** `demo.yaml`. */
export type DemoConfig = z.infer<typeof demoSchema>;
