import { BatonError } from '@baton/kernel';

/** Longest text of one turn, UTF-8 bytes. */
export const maxTurnBytes = 65_536;

/**
 * A turn's text without what no transcript holds: lone surrogates, control characters, outer white space.
 * Throws `too-large` beyond `maxTurnBytes`.
 */
export function cleanText(text: string): string {
  if (Buffer.byteLength(text) > maxTurnBytes) {
    throw new BatonError('too-large', `A turn has at most ${maxTurnBytes} bytes; send it in parts.`);
  }
  let clean = '';
  for (const character of text.toWellFormed()) {
    clean += isControl(character.codePointAt(0)!) ? ' ' : character;
  }
  return clean.trim();
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
}
