import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import fc from 'fast-check';
import { samplePacket } from '../testing/sample-packet.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { importOhp, ohpDedupeKey, type OhpTrust } from './import-ohp.js';
import { signOhp } from './sign-ohp.js';
import { toOhp } from './to-ohp.js';

const now = Date.parse('2026-11-28T10:00:00Z');
const issuer = { vendor: 'other-ai', agentId: 'bot-7', region: 'eu-west' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const envelopeOf = (tier: 'core' | 'signed'): OhpEnvelope =>
  toOhp(samplePacket, {
    tier,
    issuer,
    audience: { vendor: 'baton', purpose: 'human-takeover', minTier: tier },
    now,
    random: Buffer.alloc(26, 3),
  }).payload;

describe('an envelope from outside', () => {
  let jwk: JWK;
  let signed: OhpEnvelope;
  const trust = (changes: Partial<OhpTrust> = {}): OhpTrust => ({
    vendor: 'baton',
    minTier: 'core',
    keysOf: ({ vendor }) => (vendor === issuer.vendor ? [jwk] : undefined),
    seen: () => false,
    ...changes,
  });
  const refusal = async (envelope: unknown, changes: Partial<OhpTrust> = {}, at = now) => {
    const result = await importOhp(envelope, trust(changes), at);
    return result.ok ? undefined : [result.error.code, result.error.reason, result.error.path];
  };

  beforeAll(async () => {
    jwk = { ...(await exportJWK(publicKey)), kid: 'key-1' };
    signed = await signOhp(envelopeOf('signed'), { kid: 'key-1', key: privateKey });
  });

  it('begins a conversation where its signature holds', async () => {
    const result = await importOhp(JSON.parse(JSON.stringify(signed)), trust(), now + 60_000);
    expect(result).toMatchObject({
      ok: true,
      value: {
        envelopeId: signed.id,
        dedupeKey: `${signed.id}:${signed.control.nonce}`,
        expiresAt: now + 305_000,
        channel: 'phone',
        language: 'en',
        customerRef: 'C-1',
        reasons: ['human-requested'],
        slots: { card_last4: 'the blue one' },
        issuer: { vendor: 'other-ai', agentId: 'bot-7' },
      },
    });
  });

  it('begins one unsigned only where the receiver takes core, and then knows no customer by it', async () => {
    const result = await importOhp(envelopeOf('core'), trust(), now);
    expect(result.ok && result.value.customerRef).toBeUndefined();
    expect(result.ok && result.value.summary).not.toMatch(/Jordan/);
    expect(await refusal(envelopeOf('core'), { minTier: 'signed' })).toEqual([
      'unsigned',
      'tier-insufficient',
      'conformance',
    ]);
  });

  it('is refused after any change to what was signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('summary', 'reason', 'slot', 'notAfter', 'locale'), async (what) => {
        const changed = structuredClone(signed);
        if (what === 'summary') changed.transcript!.summary += '.';
        if (what === 'reason') changed.control.reason = 'x';
        if (what === 'slot') changed.intent.slots['extra'] = 1;
        if (what === 'notAfter') changed.notAfter = new Date(now + 299_000).toISOString();
        if (what === 'locale') changed.session.locale = 'de';
        expect(await refusal(changed)).toEqual(['signature-invalid', 'signature-invalid', 'signatures']);
      }),
      { numRuns: 10 },
    );
  });

  it('is refused under another key, a key of another name, none, or an issuer nobody knows', async () => {
    const other = { ...(await exportJWK(generateKeyPairSync('ed25519').publicKey)), kid: 'key-1' };
    const invalid = ['signature-invalid', 'signature-invalid', 'signatures'];
    expect(await refusal(signed, { keysOf: () => [other] })).toEqual(invalid);
    expect(await refusal(signed, { keysOf: () => [{ ...jwk, kid: 'key-2' }] })).toEqual(invalid);
    expect(await refusal(signed, { keysOf: () => [] })).toEqual(invalid);
    expect(await refusal(signed, { keysOf: () => undefined })).toEqual([
      'issuer-unknown',
      'signature-invalid',
      'issuer.vendor',
    ]);
    expect(await refusal({ ...signed, signatures: [] })).toEqual([
      'unsigned',
      'tier-insufficient',
      'signatures',
    ]);
    const padded = { ...signed.signatures![0]!, jws: signed.signatures![0]!.jws.replace('..', '.e30.') };
    expect(await refusal({ ...signed, signatures: [padded] })).toEqual(invalid);
  });

  it('is refused where its time is not now', async () => {
    expect(await refusal(signed, {}, now + 305_001)).toEqual(['stale', 'stale', 'notAfter']);
    expect(await refusal(signed, {}, now + 304_999)).toBeUndefined();
    expect(await refusal(signed, {}, now - 5_001)).toEqual(['stale', 'stale', 'notBefore']);
    const long = { ...signed, notAfter: new Date(now + 300_001).toISOString() };
    expect(await refusal(long)).toEqual(['stale', 'stale', 'notAfter']);
  });

  it('is refused where it is for somebody else, of a tier we cannot keep, or of one its audience will not take', async () => {
    expect(await refusal(signed, { vendor: 'us' })).toEqual(['wrong-audience', 'unknown', 'audience.vendor']);
    const named = { ...signed, audience: { ...signed.audience, did: 'did:web:other.example' } };
    expect(await refusal(named)).toEqual(['wrong-audience', 'unknown', 'audience.did']);
    const low = { ...envelopeOf('core'), audience: { ...signed.audience, minTier: 'signed' } };
    expect(await refusal(low)).toEqual(['tier-insufficient', 'tier-insufficient', 'conformance']);
    const core = { ...envelopeOf('core'), decisions: [] };
    expect(await refusal(core)).toEqual(['tier-content', 'tier-insufficient', 'decisions']);
  });

  it('is taken once', async () => {
    const taken = new Set<string>([ohpDedupeKey(signed)]);
    expect(await refusal(signed, { seen: (key) => taken.has(key) })).toEqual(['replayed', 'unknown', 'id']);
  });

  it('is refused with another call, or without a consent for this purpose', async () => {
    expect(await refusal(signed, { callId: 'another' })).toEqual([
      'not-bound-to-call',
      'not-bound-to-call',
      'session.callId',
    ]);
    const receipt = {
      receiptId: 'r',
      purpose: 'marketing',
      scope: [],
      lawfulBasis: 'gdpr.art6.1.a',
      jurisdiction: 'GB',
    };
    const narrow = { ...envelopeOf('core'), caller: { consent: [receipt] } };
    expect(await refusal(narrow)).toEqual(['consent-out-of-scope', 'consent-out-of-scope', 'caller.consent']);
  });

  it('is refused with card data in it, wherever and however it is written', async () => {
    const places = [
      { slots: { note: 'card 4111 1111 1111 1111' } },
      { slots: { card: { number: '4111-1111-1111-1111' } } },
      { slots: { n: 4111111111111111 } },
      { slots: { cvv: '123' } },
      { slots: { 'card number': '4' } },
      { slots: { note: '٤١١١١١١١١١١١١١١١' } },
    ];
    for (const { slots } of places) {
      const envelope = { ...envelopeOf('core'), intent: { ...signed.intent, slots } };
      expect((await refusal(envelope))?.[0]).toBe('card-data');
    }
    const token = { ...envelopeOf('core'), intent: { ...signed.intent, slots: { card: { ref: 'tok_1' } } } };
    expect(await refusal(token)).toBeUndefined();
  });

  it('is refused by the path of its fault, and when it is too large', async () => {
    expect(await refusal({ ...signed, control: { verb: 'TAKE', nonce: '0'.repeat(16) } })).toEqual([
      'schema',
      'unknown',
      'control.verb',
    ]);
    expect((await refusal({ ...signed, transcript: { summary: 'x'.repeat(33_000) } }))?.[0]).toBe(
      'too-large',
    );
    for (const nothing of [undefined, null, 7, 'x', [], {}])
      expect((await refusal(nothing))?.[0]).toBe('schema');
  });
});
