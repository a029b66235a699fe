import type { PiiSpan } from '../types.js';

/** The text with every span replaced by its type in brackets, `[PAN]`. Offsets count code points. */
export function redact(text: string, spans: readonly PiiSpan[]): string {
  if (spans.length === 0) return text;
  let out = '';
  let unit = 0;
  let point = 0;
  const walkTo = (target: number): void => {
    while (point < target && unit < text.length) {
      unit += unitsAt(text, unit);
      point += 1;
    }
  };
  let copied = 0;
  for (const span of spans) {
    walkTo(span.start);
    out += `${text.slice(copied, unit)}[${span.type}]`;
    walkTo(span.end);
    copied = unit;
  }
  return out + text.slice(copied);
}

/** UTF-16 units of the code point at `unit`: two for a surrogate pair, one for all else, a lone surrogate included. */
export function unitsAt(text: string, unit: number): number {
  const code = text.charCodeAt(unit);
  if (code < 0xd800 || code > 0xdbff || unit + 1 >= text.length) return 1;
  const next = text.charCodeAt(unit + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
