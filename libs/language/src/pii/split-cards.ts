import type { ClaimedLanguage, PiiSpan } from '../types.js';
import { findPii } from './find-pii.js';

/** A card number is read out in one turn or in up to three. */
export const MAX_CARD_TURNS = 3;

/**
 * Card numbers that are said over several turns of one speaker, oldest turn first: for each of the last three turns, the
 * spans of it that belong to a card no single turn shows. Offsets count code points of that turn. Linear.
 */
export function findSplitCards(turns: readonly string[], lang: ClaimedLanguage): PiiSpan[][] {
  const found: PiiSpan[][] = turns.map(() => []);
  const first = Math.max(0, turns.length - MAX_CARD_TURNS);
  const recent = turns.slice(first);
  if (recent.length < 2) return found;
  for (const span of findPii(recent.join(' '), lang)) {
    if (span.type !== 'PAN') continue;
    let from = 0;
    recent.forEach((turn, at) => {
      const length = [...turn].length;
      const [start, end] = [Math.max(span.start - from, 0), Math.min(span.end - from, length)];
      const isWhole = span.start >= from && span.end <= from + length;
      if (start < end && !isWhole) found[first + at]!.push({ type: 'PAN', start, end });
      from += length + 1;
    });
  }
  return found;
}
