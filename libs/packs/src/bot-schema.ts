import { z } from 'zod';
import { kebabName, snakeName } from './names.js';
import { examplesSchema, languageTag, sentence, textSchema, textsSchema } from './text.js';

export const slotSchema = z.strictObject({
  name: snakeName,
  kind: z.enum(['digits', 'date', 'text', 'yes-no', 'amount']),
  length: z.int().min(1).max(34).describe('how many digits').exactOptional(),
  ask: textSchema,
});

export const intentSchema = z.strictObject({
  name: snakeName,
  title: textSchema,
  reserved: z.boolean().default(false),
  examples: examplesSchema,
  slots: z.array(slotSchema).max(8).default([]),
  reply: textSchema,
  article: kebabName.exactOptional(),
});

export const botSchema = z.strictObject({
  company: sentence.max(80),
  languages: z.array(languageTag).min(1).max(20).describe('[en, es], the default first'),
  greeting: textSchema,
  intents: z.array(intentSchema).min(1).max(200).describe('a list of intents'),
  replies: z.strictObject({
    notUnderstood: textsSchema,
    noInput: textsSchema,
    areYouHuman: textSchema,
    goodbye: textSchema,
    thanks: textSchema,
    otherLanguage: textSchema,
  }),
});

/** Something the bot asks for, once, before it replies. */
export type Slot = z.infer<typeof slotSchema>;

/** Something a customer can want, with phrases to recognise it by and what the bot answers. */
export type Intent = z.infer<typeof intentSchema>;

/** `bot.yaml`. */
export type BotConfig = z.infer<typeof botSchema>;
