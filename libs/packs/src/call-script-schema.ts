import { z } from 'zod';
import { channelName, priorityName } from './names.js';

// Call scripts also come from outside: keys nobody here knows are let through, types are not.
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
  .describe('a language such as en or es');

const codes = z.array(z.string().min(1).describe('a code')).describe('[a code]').nullish();
const turnIndex = z.int().min(0).describe('an index into turns, the first is 0').nullish();

export const scriptTurnSchema = z.looseObject({
  speaker: z.enum(['bot', 'customer']),
  text: z.string().max(10_000).describe('what is said, in "quotes"; "" is silence'),
  asrConfidence: z.number().min(0).max(1).describe('a number from 0 to 1').nullish(),
  free: z.boolean().nullish(),
});

export const callScriptSchema = z.looseObject({
  id: z.string().min(1).max(200).describe('a unique id'),
  pack: z.string().describe('the name of a pack').nullish(),
  channel: channelName.nullish(),
  lang: language.nullish(),
  tenantKind: z.string().describe('a text').nullish(),
  customer: z
    .looseObject({
      known: z.boolean().nullish(),
      customerId: z.string().describe('a text in quotes').nullish(),
      segment: z.string().describe('a text').nullish(),
      contactsLast30d: z.int().min(0).describe('how many contacts').nullish(),
    })
    .nullish(),
  turns: z.array(scriptTurnSchema).min(1).max(2000).describe('a list of { speaker, text }'),
  expect: z
    .looseObject({
      shouldEscalate: z.boolean(),
      notBeforeTurnIndex: turnIndex,
      byTurnIndex: turnIndex,
      reasonsAnyOf: codes,
      skillsAnyOf: codes,
      language: language.nullish(),
      priority: priorityName.nullish(),
    })
    .nullish(),
});

/** One turn as spoken; `free` marks a bot sentence whose wording does not matter. */
export interface ScriptTurn {
  speaker: 'bot' | 'customer';
  text: string;
  /** 0..1; absent means certain. */
  asrConfidence?: number;
  free?: boolean;
}

/** What must come of a call. */
export interface ScriptExpectation {
  shouldEscalate: boolean;
  /** Index into turns, included; null: no bound. */
  notBeforeTurnIndex: number | null;
  /** Index into turns, included; null: no bound. */
  byTurnIndex: number | null;
  reasonsAnyOf: string[];
  skillsAnyOf: string[];
  language?: string;
  priority?: (typeof priorityName.options)[number];
}

/** A conversation to play, with what must come of it. */
export interface CallScript {
  id: string;
  pack?: string;
  channel: (typeof channelName.options)[number];
  lang: string;
  tenantKind?: string;
  customer: { known: boolean; customerId?: string; segment?: string; contactsLast30d?: number };
  turns: ScriptTurn[];
  expect?: ScriptExpectation;
}
