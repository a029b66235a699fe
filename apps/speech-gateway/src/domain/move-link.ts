import { createHmac, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '@baton/kernel';

/** A signed link is good for this long, ms. */
export const linkLifeMs = 30 * 60_000;

/** What a link says of itself; true only once `checkMoveLink` said so. */
export interface MoveLink {
  readonly conversationId: string;
  /** Seconds since the Unix epoch. */
  readonly expiresAt: number;
  /** Hex; makes the link good once. */
  readonly nonce: string;
}

export type LinkFault = 'link-invalid' | 'link-expired' | 'link-used';

const prefix = 'BT-';
const macBytes = 16;
const payloadBytes = 16 + 4 + 8;
/** A link as it stands in a text somebody sends. */
const inText = /(?:^|[\s<"'=/])BT-([A-Za-z0-9_-]{59})(?![A-Za-z0-9_-])/;

/**
 * A link for one conversation and one customer: base64url of conversation (16 bytes), expiry (4), nonce (8) and the first 128 bits
 * of an HMAC-SHA-256 over them, the customer and the purpose. Short enough for an SMS.
 */
export function createMoveLink(key: Uint8Array, link: MoveLink, customerId: string): string {
  const payload = Buffer.alloc(payloadBytes);
  payload.write(link.conversationId.replaceAll('-', ''), 0, 16, 'hex');
  payload.writeUInt32BE(link.expiresAt, 16);
  payload.write(link.nonce, 20, 8, 'hex');
  return prefix + Buffer.concat([payload, macOf(key, payload, customerId)]).toString('base64url');
}

/** The link in a text, whoever made it; undefined where there is none. */
export function findMoveLink(text: string): string | undefined {
  const found = inText.exec(text);
  return found ? prefix + found[1]! : undefined;
}

/** What a token says of itself, before anybody checked it. */
export function readMoveLink(token: string): Result<MoveLink, 'link-invalid'> {
  const bytes = bytesOf(token);
  if (!bytes) return err('link-invalid');
  const hex = bytes.subarray(0, 16).toString('hex');
  const conversationId = [0, 8, 12, 16, 20]
    .map((from, at, all) => hex.slice(from, all[at + 1] ?? 32))
    .join('-');
  return ok({
    conversationId,
    expiresAt: bytes.readUInt32BE(16),
    nonce: bytes.subarray(20, 28).toString('hex'),
  });
}

/** Whether a token is ours, still good, not used, and of this customer's conversation. The comparison takes the same time always. */
export function checkMoveLink(
  key: Uint8Array,
  token: string,
  call: { readonly customerId: string; readonly usedLinks: readonly string[] },
  now: number,
): Result<MoveLink, LinkFault> {
  const bytes = bytesOf(token);
  const link = readMoveLink(token);
  if (!bytes || !link.ok) return err('link-invalid');
  // First, because the call may be known to be somebody's by then; whoever makes up a nonce learns nothing by it.
  if (call.usedLinks.includes(link.value.nonce)) return err('link-used');
  const expected = macOf(key, bytes.subarray(0, payloadBytes), call.customerId);
  if (!timingSafeEqual(expected, bytes.subarray(payloadBytes))) return err('link-invalid');
  return link.value.expiresAt * 1000 <= now ? err('link-expired') : link;
}

function bytesOf(token: string): Buffer | undefined {
  if (!token.startsWith(prefix)) return undefined;
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  return bytes.length === payloadBytes + macBytes ? bytes : undefined;
}

function macOf(key: Uint8Array, payload: Uint8Array, customerId: string): Buffer {
  return createHmac('sha256', key)
    .update('baton move link v1\n')
    .update(payload)
    .update(customerId)
    .digest()
    .subarray(0, macBytes);
}
