import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecretKey } from './secret-key.js';

describe('a secret key', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'baton-secret-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const made = (purpose = 'one thing') =>
    openSecretKey({ file: undefined, name: 'some.key', mayMake: true, dataDir, purpose });

  it('is made once, for its owner only', () => {
    expect(made()).toEqual(made());
    expect(made()).toHaveLength(32);
    expect(statSync(join(dataDir, 'keys', 'some.key')).mode & 0o777).toBe(0o600);
  });

  it('is another for another purpose, and never what the file says', () => {
    expect(made('one thing')).not.toEqual(made('another thing'));
    const written = Buffer.from(readFileSync(join(dataDir, 'keys', 'some.key'), 'utf8').trim(), 'base64url');
    expect(Buffer.from(made())).not.toEqual(written);
  });

  it('comes from the configured file, whatever the data folder', () => {
    const file = join(dataDir, 'given');
    writeFileSync(file, 'x'.repeat(32));
    const open = (dir: string) =>
      openSecretKey({ file, name: 'some.key', mayMake: false, dataDir: dir, purpose: 'one thing' });
    expect(open('/nowhere')).toEqual(open('/elsewhere'));
  });

  it('is missing where none is given and none may be made', () => {
    expect(() =>
      openSecretKey({ file: undefined, name: 'some.key', mayMake: false, dataDir, purpose: 'one thing' }),
    ).toThrow(expect.objectContaining({ code: 'secret-key-missing' }));
  });
});
