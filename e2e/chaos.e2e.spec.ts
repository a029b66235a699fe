import { jest } from '@jest/globals';
import { built } from './support/built.js';
import { jsonLines } from './support/cli.js';
import { Program } from './support/program.js';

jest.setTimeout(120_000);

describe('npm run bench -- chaos', () => {
  it('kills the process while handoffs run, and finds nothing lost and nothing doubled', async () => {
    const args = ['chaos', '--handoffs', '6', '--kills', '3', '--seed', '2', '--json'];
    const { code, stdout, stderr } = await new Program(built('apps/cli/dist/bench-main.js'), args, {}).end(
      110_000,
    );
    const [report] = jsonLines(stdout);
    // What went wrong, with the trail of the handoff, is on stderr.
    expect([code, report?.['results']]).toEqual([
      0,
      expect.objectContaining({ lost: 0, doubled: 0, longestSilenceMs: expect.any(Number) }),
    ]);
    const { handoffs, finished, kills } = report?.['results'] as Record<string, number>;
    expect(finished).toBe(handoffs);
    expect(handoffs).toBeGreaterThan(0);
    expect(kills).toBeGreaterThan(0);
    expect(stderr).toContain('kill -9 all-in-one');
  });
});
