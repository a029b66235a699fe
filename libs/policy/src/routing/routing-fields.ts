import type { SignalDefinition } from '../signal-catalogue.js';
import { vocabularyOf, type Vocabulary } from '../vocabulary.js';

const count = { type: 'int', neutral: 0, min: 0 } as const;
const level = { type: 'int', neutral: 0, min: 0, max: 2 } as const;
const text = { type: 'string', neutral: '' } as const;
const flag = { type: 'bool', neutral: false } as const;
const share = { type: 'double', neutral: 0, min: 0, max: 1 } as const;

/** What routing knows of a caller when they enter the queue, and of their wait. */
export const CALLER_CATALOGUE = [
  { name: 'caller.queue', ...text, doc: 'the queue they wait in' },
  {
    name: 'caller.intent',
    ...text,
    doc: 'what they want, as the bot understood it last; "" where it did not',
  },
  { name: 'caller.language', ...text, neutral: 'en', doc: 'BCP-47 primary tag the person should speak' },
  { name: 'caller.skill', ...text, doc: 'the first skill the escalation asks for, or ""' },
  {
    name: 'caller.priority',
    type: 'string',
    neutral: 'normal',
    values: ['low', 'normal', 'high', 'urgent'],
    doc: 'of the escalation: low, normal, high or urgent',
  },
  { name: 'caller.risk', ...share, doc: 'risk of the turn that escalated, 0..1' },
  {
    name: 'caller.urgency',
    ...level,
    doc: '0 none, 1 a deadline in days, 2 harm or a deadline within hours',
  },
  { name: 'caller.frustration', ...level, doc: '0 none, 1 controlled, 2 anger' },
  {
    name: 'caller.polarity',
    type: 'double',
    neutral: 0,
    min: -1,
    max: 1,
    doc: 'mood of the turn that escalated, -1..1',
  },
  { name: 'caller.vulnerable', ...flag, doc: 'vulnerability came up in the conversation' },
  { name: 'caller.known', ...flag, doc: 'the caller is identified' },
  { name: 'caller.segment', ...text, doc: "the company's own segment name" },
  { name: 'caller.contactsLast30d', ...count, doc: 'contacts in the last 30 days' },
  {
    name: 'caller.channel',
    type: 'string',
    neutral: 'phone',
    values: ['phone', 'chat', 'whatsapp', 'sms', 'email'],
    doc: 'phone, chat, whatsapp, sms or email',
  },
  { name: 'caller.hasKnownAgent', ...flag, doc: 'somebody here has spoken with this customer before' },
  {
    name: 'caller.waitedSeconds',
    ...count,
    doc: 'how long they have waited; counts by itself in `priority`, so it is not used there',
  },
] as const satisfies readonly SignalDefinition[];

/** What routing knows of an agent who may take the caller. */
export const AGENT_CATALOGUE = [
  {
    name: 'agent.proficiency',
    type: 'double',
    neutral: 0,
    min: 0,
    max: 5,
    doc: 'mean proficiency 0..5 in the skills the caller asks for, else in those of the queue',
  },
  { name: 'agent.speaks', ...flag, neutral: true, doc: "speaks the caller's language" },
  { name: 'agent.language', ...text, neutral: 'en', doc: 'the first of their languages, primary tag' },
  { name: 'agent.team', ...text, doc: 'their team, or ""' },
  { name: 'agent.site', ...text, doc: 'where they work, or ""' },
  { name: 'agent.country', ...text, doc: 'the country they work in, ISO 3166, or ""' },
  { name: 'agent.idleSeconds', ...count, doc: 'since they last became free' },
  {
    name: 'agent.occupancy',
    ...share,
    doc: 'share of the time since they signed in spent with callers or writing up, 0..1',
  },
  { name: 'agent.load', ...count, doc: 'conversations they are in now' },
  { name: 'agent.knowsCustomer', ...flag, doc: 'has spoken with this customer before' },
  { name: 'agent.overflow', ...flag, doc: 'qualifies only by way of a queue this one overflows to' },
] as const satisfies readonly SignalDefinition[];

/** Every field routing may use, in the order `baton policy signals --routing` lists them. */
export const ROUTING_FIELDS: readonly SignalDefinition[] = [...CALLER_CATALOGUE, ...AGENT_CATALOGUE];

const words = {
  noun: 'field',
  listedBy: 'baton policy signals --routing',
  example: 'caller.vulnerable && caller.priority != "low"',
};

/** What `priority` speaks of: who is served first does not depend on who serves. */
export const CALLER_VOCABULARY: Vocabulary = vocabularyOf(CALLER_CATALOGUE, words);

/** What `prefer` speaks of. */
export const ROUTING_VOCABULARY: Vocabulary = vocabularyOf(ROUTING_FIELDS, words);

/** Index in a row of values. Throws nothing: names are the catalogue's. */
export function fieldIndex(name: RoutingField): number {
  return ROUTING_VOCABULARY.indexOf.get(name)!;
}

/** A name of the catalogue. */
export type RoutingField =
  (typeof CALLER_CATALOGUE)[number]['name'] | (typeof AGENT_CATALOGUE)[number]['name'];
