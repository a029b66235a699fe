import { sign, type KeyObject } from 'node:crypto';

import { BatonError, type Clock } from '@baton/kernel';

import { parseCheckpointText } from './checkpoint.js';
import { cosignatureMessage, joinCosignature } from './cosignature.js';
import { publicKeyBytes } from './ed25519-key.js';
import { isKeyName } from './signed-note.js';
import { formatVerifierKey, keyIdOf, SIGNATURE_TYPE, type SignatureType } from './verifier.js';

/** Whatever can sign a note: a key in memory, a key service, a post-quantum scheme. May answer later. */
export interface NoteSigner {
  readonly name: string;
  /** Four bytes in lower-case hex. */
  readonly keyId: string;
  /** The signature bytes that follow the key id in the note. */
  sign(text: string): Uint8Array | Promise<Uint8Array>;
}

/** A signer whose public half can be handed out. */
export interface KeyedSigner extends NoteSigner {
  /** What verifiers are given. */
  readonly verifierKey: string;
}

/**
 * Signs note texts with an Ed25519 key (signature type 0x01). For a log the name is its origin.
 * @throws BatonError `ledger-key-name` or `ledger-key-type`.
 */
export function ed25519Signer(name: string, privateKey: KeyObject): KeyedSigner {
  return keyed(name, SIGNATURE_TYPE.ed25519, privateKey, (text) => sign(null, Buffer.from(text), privateKey));
}

/**
 * Cosigns checkpoints as a witness does (signature type 0x04): states when it saw this tree as the latest.
 * Whoever calls it has verified consistency with everything cosigned before. Use a key of its own.
 * @throws BatonError `ledger-key-name` or `ledger-key-type`; signing anything but a checkpoint `ledger-checkpoint-invalid`.
 */
export function ed25519Cosigner(name: string, privateKey: KeyObject, clock: Clock): KeyedSigner {
  return keyed(name, SIGNATURE_TYPE.cosignature, privateKey, (text) => {
    if (!parseCheckpointText(text).ok)
      throw new BatonError('ledger-checkpoint-invalid', 'Only checkpoints are cosigned.');
    const time = Math.floor(clock.now() / 1000);
    return joinCosignature({
      time,
      signature: sign(null, Buffer.from(cosignatureMessage(time, text)), privateKey),
    });
  });
}

function keyed(
  name: string,
  type: SignatureType,
  privateKey: KeyObject,
  signText: NoteSigner['sign'],
): KeyedSigner {
  if (!isKeyName(name))
    throw new BatonError('ledger-key-name', 'A key name has no spaces, plus signs or control characters.');
  const publicKey = publicKeyBytes(privateKey);
  return {
    name,
    keyId: keyIdOf(name, type, publicKey),
    verifierKey: formatVerifierKey(name, type, publicKey),
    sign: signText,
  };
}
