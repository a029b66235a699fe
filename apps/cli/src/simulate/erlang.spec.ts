import type { Simulation } from '@baton/packs';
import { estimate } from './confidence.js';
import { erlangA } from './erlang-a.js';
import { erlangC } from './erlang-c.js';
import { POLICIES, type PolicyName } from './policies.js';
import type { Happened } from './simulated-centre.js';
import { play, scenario } from './testing/scenarios.js';

const handleSeconds = 60;

function line(agents: number, callsPerHour: number, hours: number, patience?: number): Simulation {
  return scenario({
    id: 'erlang',
    seed: 2026,
    start: '2026-09-08T00:00',
    hours,
    warmUpMinutes: 30,
    calls: [{ name: 'call', perHour: callsPerHour, skills: ['general'], languages: { en: 1 } }],
    handling: { time: { distribution: 'exponential', mean: handleSeconds } },
    ...(patience === undefined ? {} : { patience: { distribution: 'exponential', mean: patience } }),
    agents: [{ name: 'agent', count: agents, skills: { general: 3 }, languages: ['en'] }],
  });
}

/** Figures over every caller after the first half hour. */
function figures(happened: Happened) {
  const calls = happened.calls.filter(({ arrivedAt }) => arrivedAt >= happened.period.start + 1_800_000);
  const of = (count: number) => count / calls.length;
  return {
    waits: of(calls.filter(({ waitMs }) => waitMs > 0).length),
    meanWaitSeconds: of(calls.reduce((sum, { waitMs }) => sum + waitMs, 0)) / 1000,
    within20: of(calls.filter(({ outcome, waitMs }) => outcome === 'answered' && waitMs <= 20_000).length),
    abandons: of(calls.filter(({ outcome }) => outcome === 'abandoned').length),
  };
}

/** The theory lies within the confidence of the replications, and that is narrow enough to mean something. */
function expectTheory(seen: readonly number[], theory: number, precision: number): void {
  const { low, high } = estimate(seen, 0.99)!;
  expect((high! - low!) / 2).toBeLessThanOrEqual(precision * theory);
  expect(theory).toBeGreaterThanOrEqual(low!);
  expect(theory).toBeLessThanOrEqual(high!);
}

describe('a line of calls', () => {
  it.each([
    { agents: 3, callsPerHour: 120, hours: 12 },
    { agents: 12, callsPerHour: 480, hours: 4 },
  ])('$callsPerHour an hour on $agents agents is Erlang C', ({ agents, callsPerHour, hours }) => {
    const seen = replications(line(agents, callsPerHour, hours), 'pack', 8);
    const theory = erlangC({ arrivalRate: callsPerHour / 3600, handleSeconds, agents });
    expectTheory(column(seen, 'waits'), theory.waits, 0.3);
    expectTheory(column(seen, 'meanWaitSeconds'), theory.meanWaitSeconds, 0.6);
    expectTheory(column(seen, 'within20'), theory.answeredWithin(20), 0.15);
  });

  it('an overloaded one whose callers hang up is Erlang A', () => {
    const [agents, callsPerHour, patienceSeconds] = [8, 540, 90];
    const seen = replications(line(agents, callsPerHour, 4, patienceSeconds), 'pack', 8);
    const theory = erlangA({ arrivalRate: callsPerHour / 3600, handleSeconds, agents, patienceSeconds });
    expectTheory(column(seen, 'waits'), theory.waits, 0.15);
    expectTheory(column(seen, 'abandons'), theory.abandons, 0.25);
    expectTheory(column(seen, 'meanWaitSeconds'), theory.meanWaitSeconds, 0.25);
  });

  it('is the same under every policy where all callers and agents are alike', () => {
    const simulation = line(6, 330, 4, 120);
    const waits = POLICIES.map((policy) => play(simulation, policy).calls.map(({ waitMs }) => waitMs));
    expect(waits[0]!.length).toBeGreaterThan(1000);
    expect(waits[1]).toEqual(waits[0]);
    expect(waits[2]).toEqual(waits[0]);
  });
});

type Figures = ReturnType<typeof figures>;

function column(seen: readonly Figures[], name: keyof Figures): number[] {
  return seen.map((each) => each[name]);
}

function replications(simulation: Simulation, policy: PolicyName, count: number) {
  return Array.from({ length: count }, (_, replication) => figures(play(simulation, policy, replication)));
}
