import type { KeyObject } from 'node:crypto';

import { ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';
import { ED25519_KEY_BYTES, privateKeyFromSeed, publicKeyBytes } from './ed25519-key.js';
import { isKeyName } from './signed-note.js';
import { keyIdOf, SIGNATURE_TYPE } from './verifier.js';

/** A private key with the name it signs under. */
export interface NamedPrivateKey {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** Writes a signer key as golang.org/x/mod/sumdb/note does: `PRIVATE+KEY+name+key id+base64(0x01 ‖ seed)`. A secret. */
export function formatSignerKey(name: string, seed: Uint8Array): string {
  const keyId = keyIdOf(name, SIGNATURE_TYPE.ed25519, publicKeyBytes(privateKeyFromSeed(seed)));
  return `PRIVATE+KEY+${name}+${keyId}+${encodeBase64(Buffer.concat([Buffer.of(SIGNATURE_TYPE.ed25519), seed]))}`;
}

/** Reads what {@link formatSignerKey} writes. The failure never shows any of the key. */
export function parseSignerKey(text: string): Result<NamedPrivateKey, Failure<'signer-key-malformed'>> {
  const [, name, keyId, base64] =
    /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  const material = decodeBase64(base64 ?? '');
  if (name === undefined || !isKeyName(name) || material?.length !== 1 + ED25519_KEY_BYTES)
    return malformed();
  if (material[0] !== SIGNATURE_TYPE.ed25519) return malformed();
  const privateKey = privateKeyFromSeed(material.subarray(1));
  if (keyId !== keyIdOf(name, SIGNATURE_TYPE.ed25519, publicKeyBytes(privateKey))) return malformed();
  return ok({ name, privateKey });
}

function malformed() {
  return refuse(
    'signer-key-malformed',
    'A signer key has the form PRIVATE+KEY+name+key id+base64 of 0x01 and the seed.',
  );
}
