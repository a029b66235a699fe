import { createHash, randomBytes } from 'node:crypto';

/** Where new ids come from, so that tests and replays can fix them. */
export interface IdSource {
  /** A new id that sorts by creation time (UUIDv7, RFC 9562 §5.7). */
  next(): string;
}

/** UUIDv7 from a clock in milliseconds and 74 random bits. */
export function uuidV7(nowMs: number, random: Uint8Array = randomBytes(10)): string {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(nowMs) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}

/**
 * The id of an event that follows from another: the same cause, type and ordinal always give the same id,
 * so a handler that runs twice publishes the same events twice and consumers drop the second (UUIDv8, RFC 9562 §5.8).
 */
export function derivedId(causeId: string, type: string, ordinal: number): string {
  const bytes = new Uint8Array(
    createHash('sha256').update(`${causeId}\n${type}\n${ordinal}`).digest().subarray(0, 16),
  );
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}

/** Ids from the machine's clock and randomness. */
export const systemIds: IdSource = { next: () => uuidV7(Date.now()) };

function formatUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
