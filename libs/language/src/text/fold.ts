const FOLD_LIMIT = 0x250;
const folded: string[] = [];
for (let code = 0; code < FOLD_LIMIT; code += 1) {
  const lower = String.fromCharCode(code).toLowerCase();
  const bare = lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  folded.push(bare === '' ? lower : bare);
}
for (const [from, to] of [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
] as const) {
  folded[from.charCodeAt(0)] = to;
  // "ß" is written "SS" in capitals and "ı" is "I": those letters stay what they are.
  const capital = from.toUpperCase();
  if (capital.length === 1 && capital.charCodeAt(0) > 0x7f) folded[capital.charCodeAt(0)] = to;
}

// Small letters of English are most of what is said, and what they are already.
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/**
 * Lower case without diacritics: recognisers write both "también" and "tambien". Characters beyond Latin Extended-B
 * are only lower-cased; combining marks are dropped.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text;
  let out = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < FOLD_LIMIT) out += folded[code];
    else if (code < 0x300 || code > 0x36f) out += text[index]!.toLowerCase();
  }
  return out;
}
