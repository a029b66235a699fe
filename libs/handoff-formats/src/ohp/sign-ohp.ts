import { CompactSign, type CryptoKey, type KeyObject } from 'jose';
import { canonicalCbor } from './canonical-cbor.js';
import type { OhpEnvelope } from './envelope-schema.js';

/** A key that signs envelopes: Ed25519. */
export interface OhpSigner {
  /** As the issuer's JWKS names it; not in the JWKS means revoked. */
  readonly kid: string;
  readonly key: KeyObject | CryptoKey;
}

/** The envelope with one signature: a detached JWS (RFC 7515 appendix F) over its canonical CBOR, in place of any it had. */
export async function signOhp(envelope: OhpEnvelope, { kid, key }: OhpSigner): Promise<OhpEnvelope> {
  const jws = await new CompactSign(canonicalCbor(envelope))
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .sign(key);
  const [header, , signature] = jws.split('.');
  return { ...envelope, signatures: [{ kid, alg: 'EdDSA', jws: `${header}..${signature}` }] };
}
