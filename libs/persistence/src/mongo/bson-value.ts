/**
 * Bodies as MongoDB stores them: natively, so that indexes reach their fields, with the member names it reserves percent-escaped.
 * `.` and `$` mean something in MongoDB's paths, NUL ends a name in BSON, `__proto__` and the empty name are lost on the way
 * through some drivers and servers. Declared fields have plain names and are never escaped.
 */
const RESERVED = /[%.$\0]/g;
const ESCAPED = /%(25|2E|24|00|5F)/g;

/** A copy of a JSON value ready to store: what `JSON.stringify` leaves out is left out, names are escaped. */
export function toBson(value: unknown): unknown {
  // JSON has no negative zero; adding zero makes it a plain one.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return isJson(value) ? value : undefined;
  if (hasToJson(value)) return toBson(value.toJSON());
  if (Array.isArray(value)) return value.map((item) => toBson(item) ?? null);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const stored = toBson(member);
    if (stored !== undefined) copy[escapeName(name)] = stored;
  }
  return copy;
}

/** The inverse of `toBson`. Takes over `value`, which must be the caller's own. */
export function fromBson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromBson);
  const members = Object.entries(value).map(
    ([name, member]) => [unescapeName(name), fromBson(member)] as const,
  );
  return Object.fromEntries(members);
}

function escapeName(name: string): string {
  if (name === '') return '%';
  const escaped = name.replace(RESERVED, (character) => `%${hex(character)}`);
  return escaped === '__proto__' ? '%5F_proto__' : escaped;
}

function unescapeName(name: string): string {
  if (name === '%') return '';
  return name.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

function isJson(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
