import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScenario } from './read-scenario.js';
import { runSimulation } from './run-simulation.js';
import { simulationPage } from './simulation-page.js';
import { simulationText } from './simulation-text.js';
import { summaryChart } from './summary-chart.js';
import { oneQueue, scenario } from './testing/scenarios.js';

const pack = { name: 'small', sha256: '0', routing: oneQueue, languages: ['en'] };
const hour = {
  id: 'hour',
  replications: 2,
  start: '2026-09-08T08:00',
  hours: 1,
  calls: [{ name: 'call', perHour: 60, skills: ['general'], languages: { en: 1 } }],
  handling: { time: { distribution: 'exponential', mean: 60 } },
  agents: [{ name: 'agent', count: 2, skills: { general: 3 }, languages: ['en'] }],
};
const run = (changed: object, routing = oneQueue) =>
  runSimulation(scenario({ ...hour, ...changed }), { ...pack, routing });

describe('what cannot be meant', () => {
  it('nobody calls: no figure is made up', () => {
    const report = run({ calls: [{ ...hour.calls[0], perHour: 0 }], expect: { serviceLevel: 0.8 } });
    expect(report.policies.pack.overall).toMatchObject({
      arrived: { mean: 0 },
      asaSeconds: null,
      p90WaitSeconds: null,
      serviceLevel: null,
      occupancy: { mean: 0 },
    });
    expect(report.verdicts).toEqual([
      { name: 'serviceLevel', expected: '>= 0.8', actual: null, pass: false },
    ]);
    expect(report.remarks).toEqual(['Nobody calls: every rate is 0.']);
    for (const text of [simulationText(report), simulationPage(report), summaryChart(report)])
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('no agents: everybody waits, leaves or is rung, and it is said', () => {
    const report = run({ agents: [], patience: { distribution: 'constant', seconds: 90 } });
    expect(report.policies.pack.overall).toMatchObject({ answered: { mean: 0 }, occupancy: null });
    expect(report.policies.pack.overall.abandonment!.mean).toBe(1);
    expect(report.remarks).toEqual([
      'Callers ask for general, and no agent has it.',
      'Callers speak en, and no agent does.',
      'No agent serves the queue general by its own skills.',
    ]);
  });

  it('a language nobody speaks', () => {
    const report = run({ calls: [{ ...hour.calls[0], languages: { fi: 1 } }] });
    expect(report.policies.pack.overall.answered!.mean).toBe(0);
    expect(report.policies.fifo.overall.languageMatch!.mean).toBe(0);
    expect(report.remarks).toEqual(['Callers speak fi, and no agent does.']);
  });

  it('hours that never open, and shifts nobody works', () => {
    const [queue] = oneQueue.queues;
    const hours = {
      timezone: 'UTC',
      open: [{ days: ['sat' as const], from: '08:00', to: '09:00' }],
      closed: [],
    };
    const shift = { from: '20:00', to: '22:00' };
    const routing = { ...oneQueue, queues: [{ ...queue!, hours }] };
    const report = run({ agents: [{ ...hour.agents[0], shift }] }, routing);
    const { overall } = report.policies.pack;
    expect(overall.answered!.mean).toBe(0);
    expect(overall.rungInstead!.mean).toBeGreaterThan(0);
    expect(report.remarks).toContain('2 agents have no shift in the hours simulated.');
    expect(report.remarks).toContain(
      'The queue general does not open in the hours simulated: its callers are rung instead.',
    );
  });
});

describe('a report', () => {
  const report = run({
    calls: [
      {
        ...hour.calls[0],
        perHour: 110,
        segments: { premier: 1, standard: 3 },
        languages: { en: 1, 'es-MX': 1 },
      },
    ],
    replications: 3,
  });

  it('has the same calls in every group of groups, and under every policy', () => {
    for (const policy of Object.values(report.policies)) {
      const { overall, byHour: _hours, highPriority: _high, ...grouped } = policy;
      for (const groups of Object.values(grouped)) {
        const sum = Object.values(groups).reduce((total, { arrived }) => total + arrived!.mean, 0);
        expect(sum).toBeCloseTo(report.policies.pack.overall.arrived!.mean, 3);
      }
      expect(overall.arrived).toEqual(report.policies.pack.overall.arrived);
    }
    expect(Object.keys(report.policies.pack.bySegment).sort()).toEqual(['premier', 'standard']);
    expect(Object.keys(report.policies.pack.byLanguage).sort()).toEqual(['en', 'es']);
  });

  it('compares pair by pair: the difference is that of the means', () => {
    const { pack: ours, fifo } = report.policies;
    expect(report.comparison.fifo.difference['asaSeconds']!.mean).toBeCloseTo(
      ours.overall.asaSeconds!.mean - fifo.overall.asaSeconds!.mean,
      3,
    );
    expect(ours.overall.languageMatch!.mean).toBeGreaterThan(0.3);
    expect(simulationText(report)).toMatch(/^premier +\d/m);
  });

  it('is the same again', () => {
    const once = { ...hour, calls: [{ ...hour.calls[0], perHour: 90 }] };
    expect(run(once)).toEqual(run(once));
  });
});

describe('a scenario’s file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-simulate-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('is refused with file, line and what to write where it names a skill the pack does not have', () => {
    const file = join(dir, 'day.yaml');
    writeFileSync(
      file,
      JSON.stringify({ ...hour, pack: 'starter', calls: [{ ...hour.calls[0], skills: ['genral'] }] }),
    );
    expect(() => readScenario(file, undefined)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringMatching(/day\.yaml:1:\d+ .*no skill `genral`.*write: general/),
      }) as Error,
    );
    expect(() => readScenario(join(dir, 'none.yaml'), undefined)).toThrow(/there is no such file/);
    expect(() => readScenario(dir, undefined)).toThrow(/there is no such file/);
    writeFileSync(file, '#'.repeat(1_048_577));
    expect(() => readScenario(file, undefined)).toThrow(/larger than 1 MB/);
  });

  it('finds its pack: the option, the name, the folder it lies in, the starter', () => {
    const file = join(dir, 'day.yaml');
    writeFileSync(file, JSON.stringify(hour));
    expect(readScenario(file, undefined).pack.name).toBe('starter');
    expect(readScenario(file, 'bank').pack.name).toBe('bank');
    writeFileSync(
      file,
      JSON.stringify({ ...hour, pack: 'health', calls: [{ ...hour.calls[0], skills: [] }], agents: [] }),
    );
    expect(readScenario(file, undefined).pack.name).toBe('health');
  });
});
