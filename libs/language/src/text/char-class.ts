/** What a UTF-16 code unit is to the tokeniser. */
export const OTHER = 0;
/** A letter, a mark, or half of a surrogate pair that holds one. */
export const LETTER = 1;
/** A decimal digit of any script. */
export const DIGIT = 2;
/** An apostrophe in any of its shapes. */
export const APOSTROPHE = 3;
/** Full stop, question mark and their like: ends a sentence. */
export const STOP = 4;

const classes = new Uint8Array(0x10000);
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
for (let code = 0; code < 0x10000; code += 1) {
  if (code >= 0xd800 && code <= 0xdfff) continue;
  const char = String.fromCharCode(code);
  if (letter.test(char)) classes[code] = LETTER;
  else if (digit.test(char)) classes[code] = DIGIT;
}
for (const char of "'’‘ʼ´`") classes[char.charCodeAt(0)] = APOSTROPHE;
for (const char of '.!?;…¡¿。！？؟।') classes[char.charCodeAt(0)] = STOP;

/** The class of a UTF-16 code unit. */
export function charClass(code: number): number {
  return classes[code] ?? OTHER;
}
