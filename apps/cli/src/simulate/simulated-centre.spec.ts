import fc from 'fast-check';
import type { Simulation } from '@baton/packs';
import { openPack } from '../open-pack.js';
import { measureReplication } from './measure-replication.js';
import { POLICIES } from './policies.js';
import { periodOf } from './roster.js';
import type { Happened } from './simulated-centre.js';
import { play, scenario } from './testing/scenarios.js';

const { routing } = openPack('bank');
const names = routing.skills.map(({ name }) => name);
const skills = (max: number) =>
  fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 5 }), { maxKeys: max });
const languages = fc.constantFrom(['en'], ['es'], ['es', 'en'], ['de', 'en']);
const share = fc.constantFrom(0, 0.1, 0.5, 1);
const shortly = fc.constantFrom(
  { distribution: 'constant', seconds: 0 },
  { distribution: 'exponential', mean: 15 },
  { distribution: 'lognormal', mean: 20, deviation: 30 },
  { distribution: 'empirical', values: [1, 30, 90] },
);

/** Scenarios of an hour or two, from idle to drowned, with agents who come, go, refuse and sleep. */
const scenarios: fc.Arbitrary<Simulation> = fc
  .record({
    id: fc.constant('any'),
    seed: fc.nat(1_000_000),
    start: fc.constantFrom('2026-09-08T08:00', '2026-09-12T19:30', '2026-10-25T00:30'),
    timezone: fc.constantFrom('Europe/London', 'UTC', 'Pacific/Chatham'),
    hours: fc.constantFrom(1, 1.5, 2),
    calls: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd'),
        perHour: fc.constantFrom(0, 10, 40, 120),
        skills: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
        languages: fc.constantFrom({ en: 1 }, { en: 2, es: 1 }, { fr: 1 }),
        priorities: fc.constantFrom({ normal: 1 }, { urgent: 1, low: 3 }, { high: 1, normal: 1 }),
      }),
      { selector: ({ name }) => name, minLength: 1 },
    ),
    patience: fc.constantFrom('unlimited', { distribution: 'exponential', mean: 60 }),
    handling: fc.record({
      time: fc.constantFrom(
        { distribution: 'exponential', mean: 120 },
        { distribution: 'constant', seconds: 0 },
        { distribution: 'lognormal', mean: 400, deviation: 500 },
      ),
      mismatch: fc.record({ factor: fc.constantFrom(1, 2), transfer: share }),
    }),
    wrapUp: shortly,
    answering: fc.record({ time: shortly, reject: share, noAnswer: share }),
    callbacks: fc.record({ accept: share }),
    agents: fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom('x', 'y', 'z'),
          count: fc.integer({ min: 1, max: 6 }),
          skills: skills(4),
          languages,
          shift: fc.constantFrom({ from: '08:15', to: '09:00' }, { from: '19:00', to: '02:00' }),
          breaks: fc.constant([{ at: '08:30', minutes: 20, spreadMinutes: 30 }]),
        },
        { requiredKeys: ['name', 'count', 'skills', 'languages'] },
      ),
      { selector: ({ name }) => name },
    ),
  })
  .map(scenario);

const played = fc.tuple(scenarios, fc.constantFrom(...POLICIES));

type Check = (happened: Happened, simulation: Simulation) => void;

/** Arrived = answered + abandoned + rung + waiting, each once. */
const keepsEveryCaller: Check = (happened, simulation) => {
  const { calls } = happened;
  expect(new Set(calls.map(({ caller }) => caller.id)).size).toBe(calls.length);
  const { overall } = measureReplication(happened, { ...simulation, warmUpMinutes: 0 }, routing);
  const { answered, abandoned, callbacks, rungInstead, waitingAtEnd } = overall;
  expect(answered + abandoned + callbacks + rungInstead + waitingAtEnd).toBe(calls.length);
  const handled = calls.filter(({ fit }) => fit !== undefined);
  expect(handled.every(({ outcome }) => outcome === 'answered')).toBe(true);
  expect(handled.length).toBe(answered);
};

const takesTurns: Check = ({ engagements, period }) => {
  expect(new Set(engagements.map(({ handoffId }) => handoffId)).size).toBe(engagements.length);
  const byAgent = Map.groupBy(engagements, ({ agentId }) => agentId);
  for (const taken of byAgent.values()) {
    const inOrder = [...taken].sort((a, b) => a.from - b.from || a.to - b.to);
    for (const [index, { from, to }] of inOrder.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      expect(from).toBeGreaterThanOrEqual(inOrder[index - 1]?.to ?? period.start);
    }
  }
};

const staysInTime: Check = ({ calls, engagements, signedIn, period }, simulation) => {
  expect(period).toEqual(periodOf(simulation));
  for (const { arrivedAt, waitMs, expectedWaitSeconds, rightPersonMs = waitMs } of calls) {
    expect(waitMs).toBeGreaterThanOrEqual(0);
    expect(arrivedAt + waitMs).toBeLessThanOrEqual(period.end);
    expect(rightPersonMs).toBeGreaterThanOrEqual(waitMs);
    expect(expectedWaitSeconds).toBeGreaterThanOrEqual(0);
  }
  const there = signedIn.reduce((sum, { start, end }) => sum + end - start, 0);
  const busy = engagements.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(busy).toBeLessThanOrEqual(there);
};

describe('a simulated centre', () => {
  it('keeps every caller, answers nobody twice, gives no agent two callers, has no wait below nothing', () => {
    fc.assert(
      fc.property(played, ([simulation, policy]) => {
        const happened = play(simulation, policy, 0, routing);
        for (const check of [keepsEveryCaller, takesTurns, staysInTime]) check(happened, simulation);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same for the same seed, and other calls for another', () => {
    fc.assert(
      fc.property(played, ([simulation, policy]) => {
        const once = measureReplication(play(simulation, policy, 3, routing), simulation, routing);
        expect(measureReplication(play(simulation, policy, 3, routing), simulation, routing)).toEqual(once);
      }),
      { numRuns: 6 },
    );
    const busy = scenario({
      id: 'busy',
      start: '2026-09-08T08:00',
      hours: 1,
      calls: [{ name: 'a', perHour: 60, languages: { en: 1 } }],
      handling: { time: { distribution: 'constant', seconds: 60 } },
      agents: [{ name: 'x', skills: { general: 3 }, languages: ['en'] }],
    });
    const times = (seed: number) =>
      play({ ...busy, seed }, 'pack', 0, routing).calls.map((call) => call.arrivedAt);
    expect(times(1)).not.toEqual(times(2));
  });
});
