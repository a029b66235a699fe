import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicySource } from '@baton/policy';
import { openPack } from '../open-pack.js';
import { backtestRecorded } from './backtest-recorded.js';
import { htmlReport } from './html-report.js';
import { progressOn } from './progress.js';
import { seededRandom } from './synthetic-callers.js';
import { writeSyntheticLog } from './synthetic-log.js';
import { textReport } from './text-report.js';

const calls = 400;
const silent = { write: () => undefined };

describe('a backtest over a data folder', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-backtest-'));
  const pack = openPack('bank');
  beforeAll(() => writeSyntheticLog(dir, pack, calls, seededRandom(3)), 60_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const run = (change: (policy: PolicySource) => PolicySource, packName = 'bank') => {
    const policy = join(dir, 'new.yaml');
    writeFileSync(policy, JSON.stringify(change(pack.escalation)));
    return backtestRecorded({ pack: packName, policy, data: dir }, silent);
  };
  const strict = (policy: PolicySource): PolicySource => ({
    ...policy,
    thresholds: { clarify: 0.2, offerHuman: 0.3, escalate: 0.4 },
  });
  const noFraud = (policy: PolicySource): PolicySource => ({
    ...policy,
    rules: policy.rules.filter(({ id }) => id !== 'fraud-reported'),
  });

  it('finds nothing to change under the same policy, whose every decision it derives again', async () => {
    const report = await run((policy) => policy);
    expect(report).toMatchObject({
      calls,
      samePolicy: true,
      changes: { same: calls },
      toLookAt: [],
      failedRules: {},
    });
    expect(report.policies.before).toHaveLength(1);
    expect(report.policies.before[0]!.sha256).toBe(report.policies.after.sha256);
  });

  it('shows what a stricter policy gains, by reason and with the turns to look at', async () => {
    const report = await run(strict);
    expect(report.changes.gained + report.changes.earlier).toBeGreaterThan(0);
    expect(report.changes.lost).toBe(0);
    expect(report.escalations.after - report.escalations.before).toBe(report.changes.gained);
    expect(report.byReason.find(({ name }) => name === 'frustration')!.gained).toBeGreaterThan(0);
    const gained = report.toLookAt.find(({ change }) => change === 'gained')!;
    expect(gained).toMatchObject({ before: null, queueBefore: null });
    expect(gained.turns.at(-1)!.why.length).toBeGreaterThan(0);
  });

  it('names what is lost first', async () => {
    const report = await run(noFraud);
    expect(report.changes.lost).toBeGreaterThan(0);
    expect(report.toLookAt[0]).toMatchObject({ change: 'lost', after: null });
    expect(textReport(report)).toMatch(/lost +call-\d+: turn \d+ \(fraud\) → no escalation/);
  });

  it('is a page that asks nobody for anything and shows names as text', async () => {
    const report = await run(strict);
    const [first, ...rest] = report.toLookAt;
    const page = htmlReport(
      { ...report, toLookAt: [{ ...first!, id: '<img src=x onerror=alert(1)>' }, ...rest] },
      new Date(0),
    );
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/<(script|img|link|iframe)|https?:|url\(|@import/);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain(`aria-label="Conversations: 0 lost, ${report.changes.gained} gained`);
  });

  it('refuses a policy that does not fit the pack, with file, line and what to write', async () => {
    const broken = run((policy) => ({
      ...policy,
      rules: [{ ...policy.rules[0]!, when: 'topics.fruad > 0.5' }],
    }));
    await expect(broken).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/new\.yaml:1:\d+ .*topics\.fraud/) as string,
    });
  });

  it('says which tenants there are where the pack has none', async () => {
    await expect(run((policy) => policy, 'health')).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('tenants there: bank') as string,
    });
    const elsewhere = backtestRecorded({ policy: 'x.yaml', data: join(dir, 'nowhere') }, silent);
    await expect(elsewhere).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe('progress', () => {
  function progressOf(isTTY: boolean): string[] {
    const said: string[] = [];
    let now = 0;
    const progress = progressOn({ isTTY, write: (text) => said.push(text) }, 'reading', 100, () => now);
    for (let done = 0; done <= 100; done += 1) {
      now += 50;
      progress.at(done);
    }
    progress.end();
    return said;
  }

  it('redraws one line on a terminal and clears it', () => {
    const said = progressOf(true);
    expect(said.every((text) => text.startsWith('\r'))).toBe(true);
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('is a line a tenth of the way elsewhere', () => {
    const said = progressOf(false);
    expect(said.length).toBeLessThanOrEqual(10);
    expect(said[3]).toMatch(/^reading █+░* \d+ of 100, \d+ a second\n$/);
  });
});
