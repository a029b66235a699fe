import type { ClaimedLanguage, PiiSpan } from '../types.js';
import { findAddresses } from './address.js';
import { findCards, findCardTail } from './cards.js';
import { findCodes, findSpelledCodes } from './codes.js';
import { findDates } from './dates.js';
import { findEmails } from './email.js';
import { findIbans } from './iban.js';
import { findIdentityCodes } from './identity-codes.js';
import { findNames } from './names.js';
import { findNumbers } from './numbers.js';
import { findPasswords } from './passwords.js';
import { unitsAt } from './redact.js';
import type { Scan } from './scan.js';
import { scanText } from './scan.js';

/**
 * Personal data in a text, in order and not overlapping; offsets count code points. What must not be missed is looked for
 * first: cards, then what is announced by name, then what is only likely. Linear in the length of the text.
 */
export function findPii(text: string, lang: ClaimedLanguage): PiiSpan[] {
  return text.length < 2 ? [] : toCodePoints(text, searched(text, lang));
}

/** A text with all that is found in it. */
export function searched(text: string, lang: ClaimedLanguage): Scan {
  const scan = scanText(text, lang);
  if (scan.items.length === 0) return scan;
  if (scan.parts.length > 0) {
    findIbans(scan);
    findIdentityCodes(scan);
    findCards(scan);
    findDates(scan);
    findEmails(scan);
    findPasswords(scan);
    findCardTail(scan);
    findCodes(scan);
    findSpelledCodes(scan);
    findAddresses(scan);
    findNumbers(scan);
  } else {
    findEmails(scan);
    findPasswords(scan);
    findDates(scan);
  }
  findNames(scan);
  return scan;
}

/** What was found, in order, in code points. */
export function toCodePoints(text: string, scan: Scan): PiiSpan[] {
  const { spans } = scan;
  if (spans.length === 0) return [];
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  let unit = 0;
  let point = 0;
  const pointAt = (target: number): number => {
    while (unit < target) {
      unit += unitsAt(text, unit);
      point += 1;
    }
    return point;
  };
  return sorted.map(({ type, from, to }) => ({
    type,
    start: pointAt(scan.items[from]!.start),
    end: pointAt(scan.items[to - 1]!.end),
  }));
}
