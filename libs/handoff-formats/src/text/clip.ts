const utf8 = new TextEncoder();
/** What stands for the words left out. */
export const ellipsis = '…';

/** Bytes of a text in UTF-8; a lone surrogate counts as the replacement character it becomes. */
export function utf8Bytes(text: string): number {
  return utf8.encode(text).length;
}

/**
 * The longest beginning of a text that costs at most `limit`, with an ellipsis where something is missing; empty where not even that
 * fits. Never cuts a surrogate pair. `cost` must not fall as a text grows.
 */
export function clip(text: string, limit: number, cost: (text: string) => number = utf8Bytes): string {
  const whole = text.toWellFormed();
  if (cost(whole) <= limit) return whole;
  const points = Array.from(whole);
  let fits = -1;
  for (let low = 0, high = points.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    if (cost(points.slice(0, middle).join('') + ellipsis) <= limit) {
      fits = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return fits <= 0 ? '' : points.slice(0, fits).join('').trimEnd() + ellipsis;
}
