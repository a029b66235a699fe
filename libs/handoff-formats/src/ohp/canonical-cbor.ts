import { encode, rfc8949EncodeOptions, Tagged } from 'cborg';
import type { OhpEnvelope } from './envelope-schema.js';

const instants = ['issuedAt', 'notBefore', 'notAfter'] as const;
const noHash = `sha256:${'0'.repeat(64)}`;

/**
 * The bytes a signature of an envelope covers: core deterministic CBOR (RFC 8949 §4.2.1) with tag 0 on the three instants,
 * `signatures` empty and `transparency.leafHash` all zeroes (OHP v0.1 §crypto).
 */
export function canonicalCbor(envelope: OhpEnvelope): Uint8Array {
  const tagged = Object.fromEntries(
    instants.flatMap((name) => {
      const value = envelope[name];
      return value === undefined ? [] : [[name, new Tagged(0, value)]];
    }),
  );
  const { transparency } = envelope;
  const zeroed = transparency ? { transparency: { ...transparency, leafHash: noHash } } : {};
  return encode(withoutAbsent({ ...envelope, ...tagged, ...zeroed, signatures: [] }), rfc8949EncodeOptions);
}

/** Absent members are not in the JSON a receiver gets, so they must not be in the bytes either. */
function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null || value instanceof Tagged) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutAbsent(member)]));
}
