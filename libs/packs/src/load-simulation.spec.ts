import { formatFaults } from './format-faults.js';
import { loadSimulation } from './load-simulation.js';
import type { RoutingConfig } from './routing-schema.js';

const small = `id: small
start: '2026-09-08T08:00'
hours: 2
arrivals: { perHour: [10, 20] }
calls:
  - { name: everyday, share: 1, skills: [general], languages: { en: 1 } }
handling: { time: { distribution: exponential, mean: 300 } }
agents:
  - { name: all, count: 2, skills: { general: 3 }, languages: [en] }
`;
const load = (text: string) => loadSimulation('day.yaml', Buffer.from(text));
const faults = (text: string) => {
  const loaded = load(text);
  return loaded.ok ? '' : formatFaults(loaded.error);
};

describe('loadSimulation', () => {
  it('reads a scenario and fills in what it leaves out', () => {
    const loaded = load(small);
    expect(loaded.ok && loaded.value.simulation).toMatchObject({
      seed: 1,
      replications: 5,
      timezone: 'UTC',
      warmUpMinutes: 0,
      patience: 'unlimited',
      wrapUp: { distribution: 'constant', seconds: 0 },
      callbacks: { accept: 0 },
      calls: [{ priorities: { normal: 1 } }],
      expect: {},
    });
  });

  it.each([
    ['an unknown key', ['hours: 2', 'hous: 2'], /:3:1 {2}hous: unknown key `hous` {2}… {2}write: hours/],
    [
      'negative hours',
      ['hours: 2', 'hours: -2'],
      /day\.yaml:3:8 {2}hours: is -2 {2}… {2}write: hours above 0/,
    ],
    ['a negative rate', ['[10, 20]', '[10, -20]'], /:4:.*perHour\[1\]: is -20.*write: calls an hour/],
    ['a negative mean', ['mean: 300', 'mean: -1'], /:7:.*mean: is -1.*write: seconds above 0/],
    ['a time that is none', ["T08:00'", "T25:00'"], /:2:.*write: a local time such as/],
    ['a day that is none', ['2026-09-08', '2026-02-30'], /:2:.*write: a local time such as/],
    [
      'a list of rates that does not fit',
      ['[10, 20]', '[10]'],
      /:4:.*has 1 entries.*write: 2, one for each hour/,
    ],
    ['a distribution nobody knows', ['exponential', 'normal'], /:7:.*distribution/],
    ['a part of nothing', ['arrivals: { perHour: [10, 20] }\n', ''], /share: is a part of nothing/],
    ['a kind of call without a rate', ['share: 1, ', ''], /:6:.*has no rate of its own/],
    ['a time zone that is none', ['hours: 2', 'timezone: Mars/Base\nhours: 2'], /an IANA time zone/],
    [
      'a warm-up that leaves nothing',
      ['hours: 2', 'hours: 2\nwarmUpMinutes: 120'],
      /leaves nothing to measure/,
    ],
    ['more calls than can be played', ['[10, 20] }', '[100000, 20] }\nreplications: 200'], /write: at most/],
    ['agents without end', ['count: 2', 'count: 10001'], /:9:.*is 10001.*1 to 10000/],
    ['no language', ['languages: { en: 1 }', 'languages: {}'], /names no language/],
    ['text that is no YAML', ['id: small', 'id: "small'], /day\.yaml:\d+:\d+ .*YAML/],
  ])('refuses %s, with the line and what to write', (_, [from, to], expected) => {
    expect(faults(small.replace(from!, to!))).toMatch(expected);
  });

  it('refuses more than 1 MB unread, and takes what is just below', () => {
    const filled = (bytes: number) => `${small}# ${'x'.repeat(bytes - small.length - 2)}`;
    expect(faults(filled(1_048_577))).toMatch(/larger than 1 MB/);
    expect(faults(filled(1_048_576))).toBe('');
  });

  it('says which names the pack does not know, and the nearest one it does', () => {
    const loaded = load(small.replace('skills: { general: 3 }', 'skills: { generl: 3 }'));
    const routing = { skills: [{ name: 'general', title: {} }] } as unknown as RoutingConfig;
    const found = loaded.ok ? formatFaults(loaded.value.faultsAgainst(routing)) : '';
    expect(found).toBe(
      'day.yaml:9:38  agents[0].skills.generl: there is no skill `generl`  …  write: general',
    );
  });
});
