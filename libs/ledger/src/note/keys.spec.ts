import { generateKeyPairSync } from 'node:crypto';

import { fixedClock, logSigner, testKey, witnessA } from './keys.fixture.js';
import { privateKeyFromSeed } from './ed25519-key.js';
import { ed25519Cosigner, ed25519Signer } from './signer.js';
import { formatSignerKey, parseSignerKey } from './signer-key.js';
import { formatVerifierKey, keyIdOf, parseVerifierKey } from './verifier.js';

const b64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
const withId = (name: string, material: Buffer) =>
  `${name}+${keyIdOf(name, material[0]!, material.subarray(1))}+${material.toString('base64')}`;

describe('verifier key', () => {
  it('tells the log and its cosigning twin apart', () => {
    const note = ed25519Signer('same.example', testKey(9));
    const cosigner = ed25519Cosigner('same.example', testKey(9), fixedClock);
    expect(note.keyId).not.toBe(cosigner.keyId);
    expect(parseVerifierKey(note.verifierKey)).toMatchObject({
      value: { name: 'same.example', keyId: note.keyId },
    });
    expect(parseVerifierKey(cosigner.verifierKey)).toMatchObject({ value: { keyId: cosigner.keyId } });
  });

  it.each([
    ['', 'verifier-key-malformed'],
    ['name', 'verifier-key-malformed'],
    [`name+0011223+${b64(1)}`, 'verifier-key-malformed'],
    [`na me+00112233+${b64(1)}`, 'verifier-key-malformed'],
    [logSigner.verifierKey.replace('bank', 'benk'), 'verifier-key-mismatch'],
    [logSigner.verifierKey.toUpperCase(), 'verifier-key-malformed'],
    [`${logSigner.verifierKey}=`, 'verifier-key-malformed'],
    [withId('name', Buffer.alloc(33, 0x02)), 'verifier-key-algorithm'],
    [withId('name', Buffer.alloc(32, 0x01)), 'verifier-key-malformed'],
  ])('refuses %s', (key, code) => {
    expect(parseVerifierKey(key)).toMatchObject({ ok: false, error: { code } });
  });

  it('needs an Ed25519 key and a name without spaces', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => ed25519Signer('name', privateKey)).toThrow('Ed25519');
    expect(() => ed25519Signer('my name', testKey(1))).toThrow('key name');
    expect(() => privateKeyFromSeed(Buffer.alloc(31))).toThrow('32 bytes');
  });

  it('carries its type', () => {
    expect(formatVerifierKey('n', 4, Buffer.alloc(32))).toMatch(/^n\+[0-9a-f]{8}\+BAAA/);
    expect(witnessA.verifierKey).toContain('+B');
  });
});

describe('signer key', () => {
  it('comes back as the same signer', () => {
    const read = parseSignerKey(formatSignerKey('audit.example/bank', Buffer.alloc(32, 1)));
    if (!read.ok) throw new Error(read.error.message);
    expect(ed25519Signer(read.value.name, read.value.privateKey).verifierKey).toBe(logSigner.verifierKey);
  });

  it('is refused under another name, and the refusal shows nothing of it', () => {
    const secret = Buffer.alloc(32, 1);
    const key = formatSignerKey('audit.example/bank', secret).replace('bank', 'benk');
    const read = parseSignerKey(key);
    expect(read).toMatchObject({ ok: false, error: { code: 'signer-key-malformed' } });
    expect(JSON.stringify(read)).not.toContain(secret.toString('base64').slice(2, 20));
    expect(parseSignerKey('PRIVATE+KEY+x').ok).toBe(false);
  });
});
