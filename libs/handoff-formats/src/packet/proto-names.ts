/** Proto names stop at the edge: `CHANNEL_PHONE` is `phone`, `VERDICT_OFFER_HUMAN` is `offer-human`. */
export function nameOf<Name extends string>(value: string, prefix: string): Name {
  return value.replace(prefix, '').toLowerCase().replaceAll('_', '-') as Name;
}

/** Milliseconds since the Unix epoch as RFC 3339; empty for 0, which says that it is not known. */
export function instantOf(ms: number): string {
  return ms === 0 ? '' : new Date(ms).toISOString();
}
