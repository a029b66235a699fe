import { decode, Tagged } from 'cborg';
import fc from 'fast-check';
import { samplePacket } from '../testing/sample-packet.js';
import { canonicalCbor } from './canonical-cbor.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { toOhp } from './to-ohp.js';
import { ulid } from './ulid.js';

const envelope = toOhp(samplePacket, {
  tier: 'signed',
  issuer: { vendor: 'baton', agentId: 'b', region: 'eu' },
  audience: { vendor: 'o', purpose: 'p', minTier: 'signed' },
  now: 1_800_000_000_000,
  random: Buffer.alloc(26, 1),
}).payload;

describe('the bytes of an envelope that are signed', () => {
  it('are the same whatever the order of members, and with any signatures', () => {
    const reversed = Object.fromEntries(Object.entries(envelope).reverse()) as OhpEnvelope;
    const signed = { ...reversed, signatures: [{ kid: 'k', alg: 'EdDSA' as const, jws: 'a..b' }] };
    expect(canonicalCbor(signed)).toEqual(canonicalCbor(envelope));
  });

  it('are deterministic CBOR with tag 0 on the instants', () => {
    const read = decode(canonicalCbor(envelope), { tags: Tagged.preserve(0), strict: true }) as Record<
      string,
      unknown
    >;
    expect(read['issuedAt']).toEqual(new Tagged(0, envelope.issuedAt));
    expect(read['signatures']).toEqual([]);
    // RFC 8949 appendix A: 0.5 in two bytes, keys in the order of their bytes.
    const hex = (value: object) => Buffer.from(canonicalCbor(value as OhpEnvelope)).toString('hex');
    expect(hex({ b: 0.5, aa: 1, a: undefined })).toBe(
      'a36162f9380062616101' + '6a7369676e617475726573' + '80',
    );
  });
});

describe('a ULID', () => {
  it('is that of the specification, and sorts by time', () => {
    expect(ulid(1_469_918_176_385, Buffer.alloc(10))).toBe('01ARYZ6S410000000000000000');
    expect(ulid(2 ** 48 - 1, Buffer.alloc(10, 255))).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [one, other] = [a, b].map((ms) => ulid(ms, Buffer.alloc(10)));
        expect(one! < other!).toBe(a < b);
      }),
    );
  });
});
