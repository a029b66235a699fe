import { createHash } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 48 bits of milliseconds and 80 random bits, in 26 characters that sort by time. */
export function ulid(nowMs: number, random: Uint8Array): string {
  let number = BigInt(nowMs);
  for (const byte of random.subarray(0, 10)) number = (number << 8n) | BigInt(byte);
  let text = '';
  for (let digit = 0; digit < 26; digit += 1, number >>= 5n) text = crockford[Number(number & 31n)]! + text;
  return text;
}

/** The ULID that always belongs to an id of ours. */
export function ulidOf(id: string, atMs: number): string {
  return ulid(atMs, createHash('sha256').update(id).digest());
}
