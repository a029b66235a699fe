import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { arbitraryPacket } from '../testing/arbitrary-packet.js';
import { samplePacket } from '../testing/sample-packet.js';
import { readJson, standard } from '../testing/standards.js';
import { openVcon } from './open-vcon.js';
import { selfSignedCertificate } from './self-signed-certificate.js';
import { signVcon } from './sign-vcon.js';
import { toVcon } from './to-vcon.js';

const now = Date.parse('2026-11-28T12:00:00Z');
const { payload: vcon } = toVcon(samplePacket, now);

describe('a conversation as a vCon', () => {
  it('has who spoke, first in each text, and the human the bot transferred to', () => {
    expect(vcon.parties.map(({ type, role }) => `${type} ${role}`)).toEqual([
      'person customer',
      'bot agent',
      'person agent',
    ]);
    expect(vcon.dialog.map((each) => (each.type === 'text' ? each.parties : each.type))).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
      [2, 0],
      'transfer',
    ]);
    expect(vcon.dialog.at(-1)).toEqual({
      type: 'transfer',
      start: '2026-11-28T10:01:00.000Z',
      transferee: 0,
      transferor: 1,
      transfer_target: 2,
      original: [0, 1, 2, 3],
      target_dialog: [4],
    });
  });

  it('has the reasons of the transfer in its analysis, and the packet itself', () => {
    expect(vcon.analysis.map(({ type }) => type)).toEqual(['summary', 'sentiment', 'report']);
    expect(vcon.attachments[0]).toMatchObject({
      purpose: 'baton.packet/1',
      party: 1,
      body: { version: 'baton.packet/1' },
    });
  });

  it('is the same vCon for the same revision, and another for the next', () => {
    expect(toVcon(samplePacket, now + 1).payload.uuid).toBe(vcon.uuid);
    expect(toVcon({ ...samplePacket, revision: 8 }, now).payload.uuid).not.toBe(vcon.uuid);
    expect(vcon.uuid[14]).toBe('8');
  });
});

const schema = standard(process.env['BATON_STANDARDS'], 'vcon', 'vcon_json_schema.json');
(schema.why === undefined ? describe : describe.skip)(
  `vCon, published schema${schema.why === undefined ? '' : ` (skipped: ${schema.why})`}`,
  () => {
    it('takes any packet, and no index points nowhere', () => {
      const ajv = new Ajv({ strict: false });
      addFormats.default(ajv);
      const isValid = ajv.compile(readJson(schema.file) as object);
      fc.assert(
        fc.property(arbitraryPacket, (packet) => {
          const made = JSON.parse(JSON.stringify(toVcon(packet, now).payload)) as typeof vcon;
          expect(isValid(made) ? [] : isValid.errors).toEqual([]);
          const parties = made.dialog.flatMap((each) =>
            each.type === 'text' ? each.parties : [each.transferee, each.transferor, each.transfer_target],
          );
          const dialogs = made.dialog.flatMap((each) =>
            each.type === 'text' ? [] : [...each.original, ...each.target_dialog],
          );
          expect(Math.max(-1, ...parties)).toBeLessThan(made.parties.length);
          expect(Math.max(-1, ...dialogs)).toBeLessThan(made.dialog.length);
        }),
        { numRuns: 30 },
      );
    });
  },
);

describe('a signed vCon', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = selfSignedCertificate({
    key: privateKey,
    commonName: 'Baton',
    notBefore: now,
    notAfter: now + 86_400_000,
  });
  const signer = { key: privateKey, alg: 'RS256' as const, x5c: [Buffer.from(der).toString('base64')] };
  const mine = ({ fingerprint256 }: X509Certificate) =>
    fingerprint256 === new X509Certificate(der).fingerprint256;

  it('opens under the certificate that came with it, where the reader trusts it', async () => {
    const signed = await signVcon(vcon, signer);
    expect(await openVcon(signed, mine, now)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(vcon)) });
    expect(await openVcon(signed, () => false, now)).toEqual({ ok: false, error: 'certificate' });
    expect(await openVcon(signed, mine, now + 86_400_001)).toEqual({ ok: false, error: 'certificate' });
  });

  it('does not open once changed, or without a certificate', async () => {
    const signed = await signVcon(vcon, signer);
    const other = Buffer.from(JSON.stringify({ ...vcon, subject: 'else' })).toString('base64url');
    expect(await openVcon({ ...signed, payload: other }, mine, now)).toEqual({
      ok: false,
      error: 'signature-invalid',
    });
    const bare = { ...signed, signatures: signed.signatures.map(({ header: _header, ...rest }) => rest) };
    expect(await openVcon(bare, mine, now)).toEqual({ ok: false, error: 'not-signed' });
  });

  it('is refused with a critical extension nobody here knows', async () => {
    const strange = { ...vcon, critical: ['X-hologram'] };
    expect(await openVcon(await signVcon(strange, signer), mine, now)).toEqual({
      ok: false,
      error: 'critical-extension',
    });
  });

  it('has a certificate other programs read: issued by itself, valid when it says', () => {
    const certificate = new X509Certificate(der);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.subject).toBe('CN=Baton');
    expect(Date.parse(certificate.validFrom)).toBe(now);
    const late = selfSignedCertificate({
      key: privateKey,
      commonName: 'ü',
      notBefore: now,
      notAfter: Date.parse('2060-01-01'),
    });
    expect(Date.parse(new X509Certificate(late).validTo)).toBe(Date.parse('2060-01-01'));
  });
});
