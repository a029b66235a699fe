import { fillText, type Text } from '@baton/packs';
import { primaryTag } from '../words.js';

/** A sentence and the language it is in. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
}

/** The sentence in the caller's language, or in the first of the pack's that has it, with its names filled in. */
export function sentenceFor(
  text: Text,
  language: string,
  packLanguages: readonly string[],
  values: Readonly<Record<string, string>> = {},
): Sentence {
  const candidates = [primaryTag(language), ...packLanguages, ...Object.keys(text)];
  const found = candidates.find((candidate) => text[candidate] !== undefined) ?? '';
  return { text: fillText(text[found] ?? '', (name) => values[name]).text, language: found };
}
