/** An object as it came over the wire: proto JSON leaves fields at their default out, so nothing is certain. */
export type Wire = Readonly<Record<string, unknown>>;

/** The object, or an empty one where something else came. */
export function record(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : {};
}

/** The string, or `''`. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number; 64-bit integers of proto JSON come as strings. 0 where neither. */
export function number(value: unknown): number {
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : 0;
}

/** The elements, each decoded; none where no array came. */
export function list<T>(value: unknown, decode: (item: unknown) => T): readonly T[] {
  return Array.isArray(value) ? value.map(decode) : [];
}

/** A map of strings. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, String(item)]));
}

/** `VERDICT_OFFER_HUMAN` and `offer-human` are the same word: `offer-human`. `''` where unspecified. */
export function word(value: unknown, prefix: string): string {
  const raw = text(value);
  const bare = raw.startsWith(prefix) ? raw.slice(prefix.length) : raw;
  const name = bare.toLowerCase().replaceAll('_', '-');
  return name === 'unspecified' ? '' : name;
}
