/** A part of a name shorter than this is also a word of many sentences. */
const shortestPart = 3;

/** A text without the parts of a name we know: `[NAME]` in their place, whatever their case. */
export function withoutName(text: string, name: string | undefined): string {
  const parts = (name ?? '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part.length >= shortestPart)
    .slice(0, 8);
  if (parts.length === 0) return text;
  // Letters only, so there is nothing to escape.
  const any = new RegExp(`(?<![\\p{L}\\p{M}])(?:${parts.join('|')})(?![\\p{L}\\p{M}])`, 'giu');
  return text.replace(any, '[NAME]').replace(/\[NAME\](?:\s+\[NAME\])+/g, '[NAME]');
}
