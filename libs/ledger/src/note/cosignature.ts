import { ED25519_SIGNATURE_BYTES } from './ed25519-key.js';

const TIME_BYTES = 8;

/** An Ed25519 cosignature taken apart: when the cosigner looked, and its signature. */
export interface CosignatureParts {
  /** Seconds since the Unix epoch. */
  readonly time: number;
  readonly signature: Uint8Array;
}

/** The bytes a cosigner signs: a domain separator, the time, and the checkpoint's text (c2sp.org/tlog-cosignature). */
export function cosignatureMessage(time: number, checkpointText: string): string {
  return `cosignature/v1\ntime ${time}\n${checkpointText}`;
}

/** `u64 time ‖ signature`, the form in which a cosignature stands in a note. */
export function joinCosignature({ time, signature }: CosignatureParts): Uint8Array {
  const bytes = Buffer.alloc(TIME_BYTES + signature.length);
  bytes.writeBigUInt64BE(BigInt(time));
  bytes.set(signature, TIME_BYTES);
  return bytes;
}

/**
 * The parts of a cosignature of any scheme, or `undefined` if it is shorter than any or its time is beyond any
 * calendar (2^53 s). The length of the signature itself is for its scheme to check.
 */
export function splitCosignature(bytes: Uint8Array): CosignatureParts | undefined {
  if (bytes.length < TIME_BYTES + ED25519_SIGNATURE_BYTES) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, signature: bytes.subarray(TIME_BYTES) } : undefined;
}
