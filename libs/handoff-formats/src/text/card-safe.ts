import { CLAIMED_LANGUAGES, findPii, redact, type ClaimedLanguage } from '@baton/language';

/** Twelve to nineteen digits and more, in any script, also with something small between them. ISO/IEC 7812: a card has at most 19. */
const longRun = /\p{Nd}(?:[^\p{L}\p{Nd}\n:]{0,3}\p{Nd}){11,}/gu;
const card = new Set(['PAN', 'CVV', 'EXPIRY']);

/**
 * A text without card data. The gateway has already redacted what was said; this is the second net, for what comes from elsewhere:
 * CRM facts, summaries, notes. Any run of twelve digits is taken for a card, whatever its check digit, because a mistake the other way
 * cannot be mended once it is at another vendor. The result may be longer than the text.
 */
export function cardSafe(text: string, language: string): string {
  const found = findPii(text, claimed(language)).filter(({ type }) => card.has(type));
  return redact(text, found).replace(longRun, '[PAN]');
}

/** A text without any personal data that can be told by its form, for people outside the company. */
export function personSafe(text: string, language: string): string {
  return redact(text, findPii(text, claimed(language))).replace(longRun, '[PAN]');
}

/** The claimed language nearest to a BCP-47 tag; English where there is none. */
export function claimed(language: string): ClaimedLanguage {
  const primary = language.split('-')[0]!.toLowerCase();
  return CLAIMED_LANGUAGES.find((known) => known === primary) ?? 'en';
}
