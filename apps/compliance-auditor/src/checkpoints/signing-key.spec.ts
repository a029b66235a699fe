import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentKeyFile, signingKey } from './signing-key.js';

const exported = (key: ReturnType<typeof signingKey>) => key.export({ format: 'pem', type: 'pkcs8' });

describe('the key of the log', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'baton-key-'));
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is made at the first start of an embedded store and stays', () => {
    const first = signingKey({ store: 'embedded', dataDir });
    expect(exported(signingKey({ store: 'embedded', dataDir }))).toBe(exported(first));
    if (process.platform !== 'win32') {
      expect(statSync(developmentKeyFile(dataDir)).mode & 0o777).toBe(0o600);
    }
  });

  it('is the configured one where there is one', () => {
    const auditKeyFile = join(dataDir, 'mine.pem');
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(auditKeyFile, pem);
    expect(exported(signingKey({ store: 'mongo', dataDir, auditKeyFile }))).toBe(pem);
  });

  it('must be configured where the store is not this process’s own', () => {
    expect(() => signingKey({ store: 'mongo', dataDir })).toThrow(/BATON_AUDIT_KEY_FILE/);
  });

  it('is refused where it is none, or of another kind', () => {
    const auditKeyFile = join(dataDir, 'mine.pem');
    const refused = expect.objectContaining({ code: 'audit-key-unreadable' });
    expect(() => signingKey({ store: 'mongo', dataDir, auditKeyFile })).toThrow(refused);
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    writeFileSync(auditKeyFile, ec.export({ format: 'pem', type: 'pkcs8' }));
    expect(() => signingKey({ store: 'mongo', dataDir, auditKeyFile })).toThrow(refused);
  });
});
