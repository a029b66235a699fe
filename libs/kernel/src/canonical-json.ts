/**
 * JSON with object keys sorted by UTF-16 code unit and no white space (RFC 8785 for the values we use: strings,
 * finite numbers, booleans, null, arrays, plain objects). Equal values give equal bytes, so they can be hashed.
 * `undefined` members are left out; an `undefined` element of an array is `null`, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  return Array.isArray(value) ? arrayJson(value) : objectJson(value as Readonly<Record<string, unknown>>);
}

function arrayJson(items: readonly unknown[]): string {
  let json = '[';
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) json += ',';
    json += canonicalJson(items[index]);
  }
  return `${json}]`;
}

function objectJson(object: Readonly<Record<string, unknown>>): string {
  let json = '{';
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    json += json.length > 1 ? `,${quoted(key)}:` : `${quoted(key)}:`;
    json += canonicalJson(member);
  }
  return `${json}}`;
}

const quotedKeys = new Map<string, string>();
const keptKeys = 4_096;

/** Keys repeat from value to value; quoting them again each time is most of the work. */
function quoted(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (quotedKeys.size < keptKeys) quotedKeys.set(key, text);
  return text;
}
