import type { Clock } from '@baton/kernel';

import { privateKeyFromSeed } from './ed25519-key.js';
import { ed25519Cosigner, ed25519Signer } from './signer.js';
import { parseVerifierKey, type NoteVerifier } from './verifier.js';

/** A clock that stands at 1 January 2026. */
export const fixedClock: Clock = { now: () => 1_767_225_600_000 };

/** A fixed private key for tests. */
export const testKey = (fill: number) => privateKeyFromSeed(Buffer.alloc(32, fill));

/** The test log's signer. */
export const logSigner = ed25519Signer('audit.example/bank', testKey(1));
/** Two witnesses. */
export const witnessA = ed25519Cosigner('witness.example/a', testKey(2), fixedClock);
export const witnessB = ed25519Cosigner('witness.example/b', testKey(3), fixedClock);

/** The verifier of a key that is known to be good. */
export function verifierOf(key: string): NoteVerifier {
  const verifier = parseVerifierKey(key);
  if (!verifier.ok) throw new Error(verifier.error.message);
  return verifier.value;
}
