import { verify, type KeyObject } from 'node:crypto';

import { ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';
import { sha256 } from '../merkle/hash.js';
import { cosignatureMessage, splitCosignature } from './cosignature.js';
import { ED25519_KEY_BYTES, ED25519_SIGNATURE_BYTES, publicKeyFromBytes } from './ed25519-key.js';
import { isKeyName } from './signed-note.js';

/** Signature types of c2sp.org/signed-note that Baton makes and verifies itself. */
export const SIGNATURE_TYPE = {
  /** Ed25519 over the note text. */
  ed25519: 0x01,
  /** Timestamped Ed25519 cosignature of a checkpoint (c2sp.org/tlog-cosignature). */
  cosignature: 0x04,
} as const;

/** One of {@link SIGNATURE_TYPE}. */
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** A public key that may be asked about signatures. Other schemes plug in by implementing it. */
export interface NoteVerifier {
  readonly name: string;
  /** Four bytes in lower-case hex. */
  readonly keyId: string;
  /** Whether these signature bytes (without the key id) are this key's over the note text. Never throws. */
  verify(text: string, signature: Uint8Array): boolean;
}

/** Why a verifier key was refused. */
export type VerifierKeyFailure = Failure<
  'verifier-key-malformed' | 'verifier-key-mismatch' | 'verifier-key-algorithm'
>;

/** The id of a key: the first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), in hex. */
export function keyIdOf(name: string, type: number, publicKey: Uint8Array): string {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey]);
  return Buffer.from(sha256(named).subarray(0, 4)).toString('hex');
}

/** Writes a verifier key: `name+hex(key id)+base64(type ‖ public key)`. */
export function formatVerifierKey(name: string, type: SignatureType, publicKey: Uint8Array): string {
  return `${name}+${keyIdOf(name, type, publicKey)}+${encodeBase64(Buffer.concat([Buffer.of(type), publicKey]))}`;
}

/** Reads a verifier key (c2sp.org/signed-note) of type 0x01 or 0x04; the id must be the one its key has. */
export function parseVerifierKey(text: string): Result<NoteVerifier, VerifierKeyFailure> {
  const [, name, keyId, base64] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  const material = decodeBase64(base64 ?? '');
  if (name === undefined || keyId === undefined || !isKeyName(name) || !material?.length) {
    return refuse('verifier-key-malformed', 'A verifier key has the form name+8 hex digits+base64.');
  }
  const type = material[0]!;
  const publicKey = material.subarray(1);
  if (keyId !== keyIdOf(name, type, publicKey)) {
    return refuse(
      'verifier-key-mismatch',
      'The id of the verifier key is not the id of its name and public key.',
    );
  }
  if (type !== SIGNATURE_TYPE.ed25519 && type !== SIGNATURE_TYPE.cosignature) {
    return refuse('verifier-key-algorithm', `Signature type ${type} is not one this verifier knows.`);
  }
  if (publicKey.length !== ED25519_KEY_BYTES) {
    return refuse('verifier-key-malformed', 'An Ed25519 public key must have 32 bytes.');
  }
  const key = publicKeyFromBytes(publicKey);
  const check = type === SIGNATURE_TYPE.ed25519 ? verifyText : verifyCosignature;
  return ok({ name, keyId, verify: (note, signature) => check(key, note, signature) });
}

function verifyText(key: KeyObject, text: string, signature: Uint8Array): boolean {
  return signature.length === ED25519_SIGNATURE_BYTES && verify(null, Buffer.from(text), key, signature);
}

function verifyCosignature(key: KeyObject, text: string, signature: Uint8Array): boolean {
  const parts = splitCosignature(signature);
  return parts !== undefined && verifyText(key, cosignatureMessage(parts.time, text), parts.signature);
}
