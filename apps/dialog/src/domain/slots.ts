import { CLAIMED_LANGUAGES, spokenDigits } from '@baton/language';
import type { Slot } from '@baton/packs';
import { yesOrNo } from './yes-no.js';

/**
 * The value a caller gave for a slot, or undefined where the turn holds none. Digits may be spoken ("four four one two"), in
 * `language` or whatever language most of them belong to; or stand redacted (`[ACCOUNT]`): the bot then knows that they were
 * given, not which they are.
 */
export function slotValue(slot: Slot, text: string, language: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (slot.kind) {
    case 'digits': {
      const redacted = /\[[A-Z]+\]/.exec(trimmed)?.[0];
      if (redacted) return redacted;
      const digits = digitsOf(trimmed, language);
      if (slot.length !== undefined) return digits.length === slot.length ? digits : undefined;
      return digits.length > 0 ? digits : undefined;
    }
    case 'yes-no':
      return yesOrNo(trimmed);
    case 'amount':
      return isAmount(trimmed, language) ? trimmed.slice(0, 200) : undefined;
    case 'date':
    case 'text':
      return trimmed.slice(0, 200);
  }
}

/** A lone "one" is more often a word than a sum. */
function isAmount(text: string, language: string): boolean {
  return /\d/.test(text) || digitsOf(text, language).length > 1;
}

function digitsOf(text: string, language: string): string {
  return spokenDigits(text, CLAIMED_LANGUAGES.find((claimed) => claimed === language) ?? 'en');
}
