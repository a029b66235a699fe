import { BatonError } from '@baton/kernel';
import { findPii, redact } from '@baton/language';

/** What a person typed, without personal data: events carry nothing else. Throws `too-large` beyond so many characters. */
export function redactedText(text: string, longest: number): string {
  if (text.length > longest) throw new BatonError('too-large', `The text has at most ${longest} characters.`);
  return redact(text, findPii(text));
}
