import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BatonError } from '@baton/kernel';

const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D): `v1.` and base64url of nonce, ciphertext and tag. `context` says what is sealed and for whom;
 * what was sealed in one context opens in no other.
 */
export function seal(key: Uint8Array, plain: string | Uint8Array, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(plain as Uint8Array), cipher.final()]);
  return `v1.${Buffer.concat([iv, data, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Throws `seal-broken` where it was sealed under another key, in another context, or changed. */
export function unseal(key: Uint8Array, sealed: string, context: string): Buffer {
  try {
    if (!sealed.startsWith('v1.')) throw new Error('unknown format');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    }).setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new BatonError('seal-broken', 'Sealed data cannot be opened with this key.', { cause });
  }
}
