import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { BatonError } from '@baton/kernel';

/** Bytes of an Ed25519 seed and of a public key (RFC 8032 §5.1.5). */
export const ED25519_KEY_BYTES = 32;
/** Bytes of an Ed25519 signature (RFC 8032 §5.1.6). */
export const ED25519_SIGNATURE_BYTES = 64;

// RFC 8410 §7: the fixed beginning of a PKCS #8 Ed25519 key; the 32-byte seed follows.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The private key of a 32-byte seed (RFC 8032 §5.1.5). The seed is the secret: draw it from a cryptographic source.
 * @throws BatonError `ledger-key-length` for any other length.
 */
export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== ED25519_KEY_BYTES)
    throw new BatonError('ledger-key-length', 'An Ed25519 seed must have 32 bytes.');
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key object of its 32 bytes. */
export function publicKeyFromBytes(bytes: Uint8Array): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') },
    format: 'jwk',
  });
}

/**
 * The 32 public bytes of a private or public Ed25519 key.
 * @throws BatonError `ledger-key-type` for a key of another kind.
 */
export function publicKeyBytes(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new BatonError('ledger-key-type', 'The key must be an Ed25519 key.');
  const jwk = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(jwk.x ?? '', 'base64url');
}
