import { jest } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsDir } from './support/built.js';
import { baton } from './support/cli.js';
import { scratch } from './support/scratch.js';

jest.setTimeout(120_000);

interface Report {
  readonly scenario: { readonly pack: string };
  readonly policies: Readonly<
    Record<string, { readonly overall: Readonly<Record<string, { readonly mean: number } | null>> }>
  >;
  readonly verdicts: readonly { readonly name: string; readonly pass: boolean }[];
  readonly remarks: readonly string[];
}

const folder = scratch('simulate');
afterAll(() => folder.remove());

describe('baton simulate', () => {
  const weekday = join(packsDir, 'bank', 'simulations', 'weekday.yaml');
  const [svg, html] = [join(folder.dir, 'chart.svg'), join(folder.dir, 'report.html')];
  let ran: Awaited<ReturnType<typeof baton>>;

  beforeAll(async () => {
    ran = await baton(['simulate', weekday, '--json', '--svg', svg, '--html', html]);
  });

  it('finds the weekday that ships as busy as it says, and what is expected of the pack to hold', () => {
    const { scenario, policies, verdicts, remarks } = JSON.parse(ran.stdout) as Report;
    expect({ code: ran.code, pack: scenario.pack, remarks }).toEqual({ code: 0, pack: 'bank', remarks: [] });
    expect(Object.keys(policies)).toEqual(['pack', 'fifo', 'longest-idle']);
    expect(policies['pack']!.overall['occupancy']!.mean).toBeGreaterThan(0.83);
    expect(policies['pack']!.overall['occupancy']!.mean).toBeLessThan(0.87);
    expect(verdicts.map(({ name, pass }) => [name, pass])).toEqual([
      ['skillAndLanguageMatch', true],
      ['p90WaitAgainstFifo', true],
      ['highPriorityP90AgainstFifo', true],
    ]);
  });

  it('draws the picture of the documentation (made again by: npm run -s baton -- simulate packs/bank/simulations/weekday.yaml --svg docs/images/simulation.svg)', () => {
    const kept = readFileSync(join(import.meta.dirname, '..', 'docs', 'images', 'simulation.svg'), 'utf8');
    expect(readFileSync(svg, 'utf8')).toBe(kept.replaceAll('\r\n', '\n'));
  });

  it('writes a page with its figures and no script', () => {
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('<h1>A weekday at Northgate Bank</h1>');
    expect(page).not.toMatch(/NaN|undefined|\[object|<script/);
  });

  it('ends with 1 where the pack does not do what the scenario expects, and says all the same what it does', async () => {
    const file = join(folder.dir, 'nobody.json');
    const calls = [{ name: 'any', perHour: 60, languages: { en: 1 } }];
    const handling = { time: { distribution: 'constant', seconds: 60 } };
    const expected = { id: 'nobody', start: '2026-09-08T08:00', hours: 1, calls, handling, agents: [] };
    writeFileSync(file, JSON.stringify({ ...expected, expect: { serviceLevel: 0.8 } }));
    const { code, stdout } = await baton(['simulate', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL {2}serviceLevel unknown, expected >= 0\.8/);
    expect(stdout).toMatch(/Callers speak en, and no agent does\./);
  });

  it('ends with 2 for a file it cannot use, on stderr only', async () => {
    for (const args of [
      [],
      ['none.yaml'],
      [join(packsDir, 'bank', 'routing.yaml')],
      [weekday, '--pack', 'none'],
    ]) {
      const { code, stdout, stderr } = await baton(['simulate', ...args]);
      expect([code, stdout, /\w/.test(stderr), /\n\s+at /.test(stderr)]).toEqual([2, '', true, false]);
    }
  });
});
