import { createHash } from 'node:crypto';
import { packSha256 } from './pack-sha256.js';

const files = (entries: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(entries).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the version of a pack', () => {
  it('is what sha256sum makes of its sorted files', () => {
    const listing = `${sha256('A')}  bot.yaml\n${sha256('K')}  knowledge/a.md\n${sha256('R')}  routing.yaml\n`;
    expect(packSha256(files({ 'routing.yaml': 'R', 'knowledge/a.md': 'K', 'bot.yaml': 'A' }))).toBe(
      sha256(listing),
    );
  });

  it('ignores demo.yaml, scripts and carriage returns', () => {
    const version = packSha256(files({ 'bot.yaml': 'a\nb\n' }));
    expect(packSha256(files({ 'bot.yaml': 'a\r\nb\r\n', 'demo.yaml': 'x', 'scripts/a.yaml': 'y' }))).toBe(
      version,
    );
  });

  it('changes with a path and with a byte', () => {
    const versions = [{ 'bot.yaml': 'a' }, { 'bot.yaml': 'b' }, { 'knowledge/bot.yaml': 'a' }].map((each) =>
      packSha256(files(each)),
    );
    expect(new Set(versions).size).toBe(3);
  });
});
