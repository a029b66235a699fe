import { z } from 'zod';

/** BCP-47 primary language tag. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .describe('a language such as en or es');

/** One thing to say. */
export const sentence = z.string().trim().min(1).max(2000).describe('a sentence in "quotes"');

/** A map from language to sentence. */
export const textSchema = z.record(languageTag, sentence).describe('{ en: "…" }, one sentence a language');

/** A map from language to sentences that are said one after the other, each time the thing happens again. */
export const textsSchema = z
  .record(languageTag, z.array(sentence).min(1).max(10).describe('[ "…", "…" ]'))
  .describe('{ en: ["first time", "second time"] }, a list a language');

/** A map from language to example phrases. */
export const examplesSchema = z
  .record(languageTag, z.array(sentence).min(10).max(50).describe('10 to 50 phrases'))
  .describe('{ en: [10 to 50 phrases] }, a list a language');

/** Sentence by language. */
export type Text = z.infer<typeof textSchema>;

/** Escalating sentences by language. */
export type Texts = z.infer<typeof textsSchema>;

/** The sentence in the first of the languages that has one. */
export function sentenceIn(text: Text, ...languages: readonly string[]): string {
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined) return found;
  }
  return Object.values(text)[0] ?? '';
}
