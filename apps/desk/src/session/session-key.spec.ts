import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSessionKey } from './session-key.js';

describe('the session key', () => {
  let dataDir: string;
  const warnings: string[] = [];
  const open = (config: { store: 'embedded' | 'mongo'; sessionKeyFile?: string }) =>
    Buffer.from(openSessionKey({ dataDir, ...config }, (message) => warnings.push(message))).toString('hex');

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'baton-key-'));
    warnings.length = 0;
  });

  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is made once in an embedded data folder', () => {
    expect(open({ store: 'embedded' })).toBe(open({ store: 'embedded' }));
    expect(warnings).toEqual([]);
  });

  it('is the same wherever the same file is configured', () => {
    const file = join(dataDir, 'session.pem');
    writeFileSync(file, 'x'.repeat(64));
    expect(open({ store: 'mongo', sessionKeyFile: file })).toBe(
      open({ store: 'embedded', sessionKeyFile: file }),
    );
  });

  it('is random, with a warning, where replicas have no file', () => {
    expect(open({ store: 'mongo' })).not.toBe(open({ store: 'mongo' }));
    expect(warnings).toHaveLength(2);
  });

  it('is refused where the file is missing or too short', () => {
    const file = join(dataDir, 'short.pem');
    expect(() => open({ store: 'mongo', sessionKeyFile: file })).toThrow('cannot be read');
    writeFileSync(file, 'short');
    expect(() => open({ store: 'mongo', sessionKeyFile: file })).toThrow('fewer than 32 bytes');
  });
});
