import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPack } from '../open-pack.js';
import { backtestScripts } from './backtest-scripts.js';

describe('a backtest over played call scripts', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-backtest-scripts-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('shows what is lost in the turn of the script, and keeps the promise of the keyed zero', async () => {
    const pack = openPack('bank');
    const gone = ['data-rights', 'zero-pressed', 'asks-for-a-person'];
    const rules = pack.escalation.rules.filter(({ id }) => !gone.includes(id));
    const policy = join(dir, 'new.yaml');
    writeFileSync(policy, JSON.stringify({ ...pack.escalation, version: 99, rules }));
    const wanted = ['copy-of-my-data', 'zero-key', 'balance-and-hours'];
    const scripts = pack.scripts.filter(({ id }) => wanted.some((name) => id.endsWith(name)));
    expect(scripts).toHaveLength(3);

    const report = await backtestScripts({ pack: 'bank', policy, scripts }, { write: () => undefined });

    expect(report).toMatchObject({ calls: 3, samePolicy: false, policies: { after: { version: 99 } } });
    expect(report.changes).toMatchObject({ lost: 1, gained: 0, elsewhere: 1 });
    const lost = report.toLookAt.find(({ change }) => change === 'lost')!;
    expect(lost.id).toMatch(/copy-of-my-data$/);
    expect(lost.certainty).toBe('certain');
    const script = scripts.find(({ id }) => id === lost.id)!;
    expect(script.turns[lost.before!.turnIndex]!.speaker).toBe('customer');
    // Zero still reaches a person, though without the skills the pack's own rule asked for.
    const zero = report.toLookAt.find(({ id }) => id.endsWith('zero-key'))!;
    expect(zero).toMatchObject({ change: 'elsewhere', after: { reasons: ['human-request'], skills: [] } });
    expect(report.expectations).toEqual({ of: 3, before: 3, after: 1, broken: [lost.id, zero.id] });
  }, 90_000);
});
