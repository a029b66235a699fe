import { GeneralSign, type CryptoKey, type GeneralJWS, type KeyObject } from 'jose';
import type { Vcon } from './vcon.js';

/** A key with the certificate a reader checks it by. */
export interface VconSigner {
  readonly key: KeyObject | CryptoKey;
  /** RS256 is what the draft asks for. */
  readonly alg: 'RS256' | 'ES256' | 'EdDSA';
  /** The certificate chain, base64 DER, the key's own first (RFC 7515 §4.1.6). */
  readonly x5c: readonly string[];
}

/** The signed form of a vCon: a JWS in general JSON serialization with the certificate beside the signature. */
export async function signVcon(vcon: Vcon, { key, alg, x5c }: VconSigner): Promise<GeneralJWS> {
  return new GeneralSign(new TextEncoder().encode(JSON.stringify(vcon)))
    .addSignature(key)
    .setProtectedHeader({ alg })
    .setUnprotectedHeader({ x5c: [...x5c], uuid: vcon.uuid })
    .sign();
}
