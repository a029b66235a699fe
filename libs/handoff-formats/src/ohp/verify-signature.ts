import { compactVerify, importJWK, type JWK } from 'jose';
import { canonicalCbor } from './canonical-cbor.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { refused, type OhpRefusal } from './ohp-refusal.js';

/** Checks the Ed25519 signature of an envelope against the issuer's keys. Undefined where it holds. */
export async function signatureRefusal(
  envelope: OhpEnvelope,
  keys: readonly JWK[],
): Promise<OhpRefusal | undefined> {
  const signatures = (envelope.signatures ?? []).filter(({ alg }) => alg === 'EdDSA');
  if (signatures.length === 0) return refused('unsigned', 'It carries no Ed25519 signature.', 'signatures');
  for (const { kid, jws } of signatures) {
    const jwk = keys.find((key) => key.kid === kid);
    if (jwk && (await holds(envelope, jws, jwk))) return undefined;
  }
  return refused('signature-invalid', 'No signature holds under a key of the issuer.', 'signatures');
}

async function holds(envelope: OhpEnvelope, jws: string, jwk: JWK): Promise<boolean> {
  const [header, payload, signature, ...rest] = jws.split('.');
  if (payload !== '' || !header || !signature || rest.length > 0) return false;
  const whole = `${header}.${Buffer.from(canonicalCbor(envelope)).toString('base64url')}.${signature}`;
  try {
    const { protectedHeader } = await compactVerify(whole, await importJWK(jwk, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    return protectedHeader.kid === jwk.kid;
  } catch {
    // jose throws for every way a signature can be wrong; which one is nothing to tell the sender.
    return false;
  }
}
