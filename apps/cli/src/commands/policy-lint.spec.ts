import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { packDir } from '../open-pack.js';
import { lint, type PolicyFinding } from './policy-lint.js';

describe('baton policy lint', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-lint-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  afterEach(() => {
    process.exitCode = undefined;
    jest.restoreAllMocks();
  });

  function linted(pack: string): PolicyFinding[] {
    const printed: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    lint({ pack, json: true });
    return (JSON.parse(printed.join('')) as { findings: PolicyFinding[] }).findings;
  }

  /** A copy of the bank with one text of a file replaced, and the line it stands on. */
  function changed(name: string, file: string, from: string, to: string): { pack: string; line: number } {
    const pack = join(dir, name);
    cpSync(packDir('bank'), pack, { recursive: true });
    const text = readFileSync(join(pack, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(
      join(pack, file),
      text.replace(from, () => to),
    );
    return { pack, line: text.slice(0, text.indexOf(from)).split('\n').length };
  }

  it.each(['bank', 'health', 'starter'])('has nothing to report of the pack %s', (pack) => {
    expect(linted(pack)).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });

  it.each([
    [
      'never-fires',
      'escalation.yaml',
      'when: topics.minor >= 0.5',
      'when: topics.minor >= 0.5 && topics.minor < 0.4',
    ],
    ['always-fires', 'escalation.yaml', 'when: topics.minor >= 0.5', 'when: topics.minor >= 0.0'],
    ['unknown-intent', 'escalation.yaml', 'intent.name == "complaint"', 'intent.name == "complaints"'],
    [
      'unknown-value',
      'escalation.yaml',
      'misunderstanding.kind == "low-asr"',
      'misunderstanding.kind == "lowasr"',
    ],
    [
      'can-fail',
      'escalation.yaml',
      'when: misunderstanding.count >= 1\n',
      'when: 6 / misunderstanding.count <= 6\n',
    ],
    ['unserved-skill', 'routing.yaml', 'serves: [complaints, legal, privacy]', 'serves: [complaints, legal]'],
    ['unreachable-queue', 'routing.yaml', 'serves: [lending]', 'serves: [privacy]'],
    [
      'urgent-unanswered',
      'routing.yaml',
      'hours: always',
      'hours: { timezone: UTC, open: [{ days: [mon], from: "09:00", to: "10:00" }] }',
    ],
    ['missing-language', 'routing.yaml', "    es: 'Ya le atiende una persona de nuestro equipo.'\n", ''],
  ])('finds %s in %s, with line and what to write', (code, file, from, to) => {
    const { pack, line } = changed(`${code}-${file}`, file, from, to);
    if (code === 'urgent-unanswered') {
      const routing = join(pack, file);
      writeFileSync(
        routing,
        readFileSync(routing, 'utf8').replaceAll(
          'hours: always',
          'hours: { timezone: UTC, open: [{ days: [mon], from: "09:00", to: "10:00" }] }',
        ),
      );
    }
    const findings = linted(pack);
    expect(findings.map((finding) => finding.code)).toContain(code);
    const found = findings.find((finding) => finding.code === code)!;
    // A skill nobody serves is reported where a rule asks for it.
    if (code !== 'unserved-skill') {
      expect(found.file).toBe(file);
      expect(Math.abs(found.line - line)).toBeLessThanOrEqual(1);
    }
    expect(found.column).toBeGreaterThan(0);
    expect(found.instead).not.toBe('');
    expect(process.exitCode).toBe(1);
  });

  it('ends with 2 where the pack does not load, naming file, line and what to write', () => {
    const { pack, line } = changed(
      'typo',
      'escalation.yaml',
      'when: topics.fraud >= 0.5',
      'when: topics.fruad >= 0.5',
    );
    const run = () => lint({ pack });
    expect(run).toThrow(expect.objectContaining({ exitCode: 2 }) as Error);
    expect(run).toThrow(new RegExp(`escalation\\.yaml:${line}:\\d+ .*topics\\.fraud`));
  });
});
