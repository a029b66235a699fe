import { BatonError } from '@baton/kernel';
import { CLAIMED_LANGUAGES, findPii, redact } from '@baton/language';

/** What a person typed, without personal data: events carry nothing else. Throws `too-large` beyond so many characters. */
export function redactedText(text: string, language: string, longest: number): string {
  if (text.length > longest) throw new BatonError('too-large', `The text has at most ${longest} characters.`);
  const claimed = CLAIMED_LANGUAGES.find((known) => language.startsWith(known)) ?? 'en';
  return redact(text, findPii(text, claimed));
}
