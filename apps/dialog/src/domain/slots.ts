import type { Slot } from '@baton/packs';
import { yesOrNo } from './yes-no.js';

/**
 * The value a caller gave for a slot, or undefined where the turn holds none. Digits may stand redacted (`[ACCOUNT]`): the
 * bot then knows that they were given, not which they are.
 */
export function slotValue(slot: Slot, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (slot.kind) {
    case 'digits': {
      const digits = trimmed.replace(/\D/g, '');
      const redacted = /\[[A-Z]+\]/.exec(trimmed)?.[0];
      if (redacted) return redacted;
      if (slot.length !== undefined) return digits.length === slot.length ? digits : undefined;
      return digits.length > 0 ? digits : undefined;
    }
    case 'yes-no':
      return yesOrNo(trimmed);
    case 'amount':
      return /\d/.test(trimmed) ? trimmed.slice(0, 200) : undefined;
    case 'date':
    case 'text':
      return trimmed.slice(0, 200);
  }
}
