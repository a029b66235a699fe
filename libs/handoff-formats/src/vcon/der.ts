/** The few values of ASN.1 a certificate is made of, in DER (ITU-T X.690). */

function value(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOf(body.length)), body]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...parts: readonly Uint8Array[]) => value(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]) => value(0x31, ...parts);
export const explicit = (number: number, part: Uint8Array) => value(0xa0 | number, part);
/** Big-endian; the first bit must be zero. */
export const integer = (bytes: Uint8Array) => value(0x02, bytes);
/** An object identifier from its encoded hex. */
export const objectId = (hex: string) => value(0x06, Buffer.from(hex, 'hex'));
export const utf8 = (text: string) => value(0x0c, Buffer.from(text));
export const bitString = (bytes: Uint8Array) => value(0x03, Uint8Array.of(0), bytes);
export const nothing = value(0x05);

/** Before 2050 a certificate must write two digits of the year (RFC 5280 §4.1.2.5). */
export function time(ms: number): Uint8Array {
  const digits = new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14) + 'Z';
  return new Date(ms).getUTCFullYear() < 2050
    ? value(0x17, Buffer.from(digits.slice(2)))
    : value(0x18, Buffer.from(digits));
}
