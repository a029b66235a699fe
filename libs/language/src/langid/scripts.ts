/** Writing systems that decide or narrow the language. */
export type ScriptCounts = {
  latin: number;
  cyrillic: number;
  arabic: number;
  devanagari: number;
  han: number;
  kana: number;
  hangul: number;
  /** Letters of a script no known language uses. */
  other: number;
};

/** Counts the letters of a text by script, reading at most `limit` UTF-16 units. */
export function countScripts(text: string, limit: number): ScriptCounts {
  const counts: ScriptCounts = {
    latin: 0,
    cyrillic: 0,
    arabic: 0,
    devanagari: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    other: 0,
  };
  const end = Math.min(text.length, limit);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) counts.latin += 1;
    } else if (code >= 0xc0 && code < 0x250) counts.latin += code === 0xd7 || code === 0xf7 ? 0 : 1;
    else if (code >= 0x400 && code < 0x530) counts.cyrillic += 1;
    else if (
      (code >= 0x620 && code < 0x780) ||
      (code >= 0xfb50 && code < 0xfe00) ||
      (code >= 0xfe70 && code < 0xff00)
    ) {
      counts.arabic += 1;
    } else if (code >= 0x900 && code < 0x980) counts.devanagari += 1;
    else if (code >= 0x3040 && code < 0x3100) counts.kana += 1;
    else if ((code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00)) counts.han += 1;
    else if ((code >= 0xac00 && code < 0xd7b0) || (code >= 0x1100 && code < 0x1200)) counts.hangul += 1;
    else if (
      (code >= 0x370 && code < 0x400) ||
      (code >= 0x530 && code < 0x1100) ||
      (code >= 0x1e00 && code < 0x2000)
    ) {
      if (code >= 0x1e00 && code < 0x1f00) counts.latin += 1;
      else counts.other += 1;
    }
  }
  return counts;
}
