import { jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packsDir } from './support/built.js';
import { baton, jsonLines } from './support/cli.js';
import { failuresOf } from './support/script-failures.js';

jest.setTimeout(120_000);

describe.each(['bank', 'health', 'starter'])('the call scripts of %s', (pack) => {
  const scripts = join(packsDir, pack, 'scripts');

  it.each(['pack', 'script'])('pass with --bot %s, embedded', async (bot) => {
    const { code, stdout, stderr } = await baton(['call', scripts, '--pack', pack, '--bot', bot, '--json'], {
      timeoutMs: 110_000,
    });
    const results = jsonLines(stdout);
    expect(failuresOf(results)).toEqual([]);
    expect(results).toHaveLength(readdirSync(scripts).length);
    expect([code, stderr]).toEqual([0, '']);
  });
});
