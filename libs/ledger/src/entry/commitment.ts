import { BatonError } from '@baton/kernel';

import { encodeBase64 } from '../base64.js';
import type { LedgerEntry } from './entry.js';
import { hmacSha256 } from './hmac.js';

/**
 * Bytes of a salt. Fixed, because HMAC pads shorter keys with zeroes and two salts could then open one commitment.
 */
export const SALT_BYTES = 32;

/**
 * What the tree holds in place of an event: HMAC-SHA-256(salt, event bytes), base64. Binding: nobody finds another
 * event for it. Hiding: without the salt it says nothing, so destroying the salt erases the event from the log.
 * @throws BatonError `ledger-salt-length` unless the salt has 32 bytes.
 */
export function commit(eventBytes: Uint8Array, salt: Uint8Array): string {
  return encodeBase64(hmacSha256(checked(salt), eventBytes));
}

/** Whether an entry commits to exactly these event bytes under this salt. */
export function openCommitment(entry: LedgerEntry, salt: Uint8Array, eventBytes: Uint8Array): boolean {
  return salt.length === SALT_BYTES && commit(eventBytes, salt) === entry.commitment;
}

/**
 * The salt of one event from a secret key, so that destroying the key (for instance a customer's data key) destroys
 * every salt made from it, while a single event can be opened for an auditor without giving the key away.
 * @throws BatonError `ledger-salt-length` unless the key has 32 bytes.
 */
export function deriveSalt(key: Uint8Array, eventId: string): Uint8Array {
  return hmacSha256(checked(key), Buffer.from(`baton-ledger-salt/v1\n${eventId}`));
}

/**
 * The salted hash that may stand as an entry's `subject`: entries of one subject can be found by who holds the
 * salt, and by nobody once it is destroyed. Use one salt per subject, never a salt of {@link commit}.
 * @throws BatonError `ledger-salt-length` unless the salt has 32 bytes.
 */
export function hashSubject(subject: string, salt: Uint8Array): string {
  return encodeBase64(hmacSha256(checked(salt), Buffer.from(`baton-ledger-subject/v1\n${subject}`)));
}

function checked(salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES)
    throw new BatonError('ledger-salt-length', `A salt must have ${SALT_BYTES} bytes.`);
  return salt;
}
