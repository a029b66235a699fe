import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import * as der from './der.js';

export interface CertificateOptions {
  /** RSA. */
  readonly key: KeyObject;
  readonly commonName: string;
  /** Milliseconds since the Unix epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
}

const sha256WithRsa = der.sequence(der.objectId('2a864886f70d01010b'), der.nothing);
const commonNameId = der.objectId('550403');

/**
 * An X.509 certificate (RFC 5280) in DER that a key issues to itself, sha256WithRSAEncryption. Its serial number is the hash of the public
 * key: one key, one certificate. Node makes none, and this is all a signature needs whose certificate is trusted by itself.
 */
export function selfSignedCertificate({
  key,
  commonName,
  notBefore,
  notAfter,
}: CertificateOptions): Uint8Array {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const serial = createHash('sha256').update(publicKey).digest().subarray(0, 16);
  // A serial number is positive and at most 20 bytes (RFC 5280 §4.1.2.2).
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const name = der.sequence(der.set(der.sequence(commonNameId, der.utf8(commonName))));
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(Uint8Array.of(2))),
    der.integer(serial),
    sha256WithRsa,
    name,
    der.sequence(der.time(notBefore), der.time(notAfter)),
    name,
    publicKey,
  );
  return der.sequence(toBeSigned, sha256WithRsa, der.bitString(sign('sha256', toBeSigned, key)));
}
