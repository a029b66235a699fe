import fc from 'fast-check';
import { callerValues, unknownCaller, type WaitingCaller } from './caller-facts.js';
import { compileRouting, DEFAULT_PRIORITY, type CompiledPreference } from './compile-routing.js';
import { headStart, longestOvertaking, pullOf } from './head-start.js';
import { bestScore, fillAgent, idleDecides, pointsBy, score, type PreferredAgent } from './preference.js';
import { ROUTING_FIELDS, ROUTING_VOCABULARY } from './routing-fields.js';
import type { PreferWeight, QueuePolicy } from './routing-policy.js';

const queue = (change: Partial<QueuePolicy> = {}): QueuePolicy => ({
  name: 'care',
  skills: ['care'],
  serves: ['care'],
  hours: 'always',
  ...change,
});
const compiled = (one: QueuePolicy) => {
  const result = compileRouting({ queues: [one] });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.get(one.name)!;
};
const faultsOf = (one: Partial<QueuePolicy>) => {
  const result = compileRouting({ queues: [queue(one)] });
  return result.ok
    ? []
    : result.error.map(({ path, code, instead }) => ({ at: path.join('.'), code, instead }));
};
const caller: WaitingCaller = {
  queue: 'care',
  language: 'en-GB',
  skills: ['care'],
  priority: 'normal',
  channel: 'phone',
  hasKnownAgent: false,
  waitedSeconds: 0,
  facts: unknownCaller,
};
const agent: PreferredAgent = {
  proficiency: 3,
  speaks: true,
  language: 'en',
  team: 'premier',
  site: 'leeds',
  country: 'GB',
  idleSeconds: 60,
  occupancy: 0.5,
  load: 0,
  knowsCustomer: false,
  overflow: false,
};
const prefer = (weights: readonly PreferWeight[]): readonly CompiledPreference[] =>
  compiled(queue({ prefer: weights })).prefer;

describe('weights of routing.yaml', () => {
  it('are refused with their place and what to write', () => {
    expect(faultsOf({ priority: [{ when: 'caller.vulnerble', add: 60 }] })).toEqual([
      { at: 'queues.0.priority.0.when', code: 'unknown-signal', instead: 'Did you mean caller.vulnerable?' },
    ]);
    expect(faultsOf({ prefer: [{ when: 'agent.team >= 3', add: 1 }] })).toMatchObject([
      { at: 'queues.0.prefer.0.when', code: 'type-error' },
    ]);
    expect(faultsOf({ priority: [{ when: 'agent.team == "a"', add: 60 }] })[0]!.instead).toContain(
      '`prefer`',
    );
    expect(faultsOf({ priority: [{ when: 'caller.waitedSeconds > 30', add: 60 }] })[0]!.instead).toContain(
      'pull',
    );
    expect(faultsOf({ prefer: [{ per: 'agent.team', add: 1 }] })[0]).toMatchObject({ code: 'type-error' });
    expect(faultsOf({ prefer: [{ per: 'agent.idlSeconds', add: 1 }] })[0]!.instead).toBe(
      'Did you mean agent.idleSeconds?',
    );
    expect(faultsOf({ prefer: [{ when: 'agent.load + 1', add: 1 }] })[0]).toMatchObject({
      code: 'not-boolean',
    });
    expect(
      faultsOf({ priority: [{ when: 'caller.known and caller.vulnerable', add: 1 }] })[0]!.instead,
    ).toContain('&&');
  });

  it('lets every field be used, with the type it says', () => {
    for (const { name } of ROUTING_FIELDS)
      expect(faultsOf({ prefer: [{ when: `${name} == ${name}`, add: 1 }] })).toEqual([]);
  });

  it('give a caller seconds for what they are, and say which', () => {
    const rules = compiled(
      queue({
        priority: [
          { when: 'caller.vulnerable', add: 120 },
          { when: 'caller.segment == "premier" && caller.contactsLast30d >= 2', add: 30 },
          { when: 'caller.priority == "low"', add: -60 },
        ],
      }),
    );
    const facts = { ...unknownCaller, vulnerable: true, segment: 'premier', contactsLast30d: 2 };
    expect(headStart(rules, { ...caller, facts })).toEqual({
      seconds: 150,
      parts: [
        { when: 'caller.vulnerable', add: 120 },
        { when: 'caller.segment == "premier" && caller.contactsLast30d >= 2', add: 30 },
      ],
    });
    expect(headStart(rules, { ...caller, priority: 'low' }).seconds).toBe(-60);
  });

  it('keep strict priorities where a pack says nothing: a step is as long as anybody waits', () => {
    const seconds = (['urgent', 'high', 'normal', 'low'] as const).map(
      (priority) => headStart(compiled(queue()), { ...caller, priority }).seconds,
    );
    expect(seconds).toEqual([2_700, 1_800, 900, 0]);
    expect(DEFAULT_PRIORITY).toHaveLength(3);
  });

  it('pull a caller forward before the service level is missed', () => {
    const serviceLevel = { seconds: 20, percent: 80, pull: { beforeSeconds: 5, add: 30 } };
    expect(pullOf(queue({ serviceLevel }))).toEqual({ afterSeconds: 15, add: 30 });
    expect(pullOf(queue({ serviceLevel: { seconds: 20, percent: 80 } }))).toBeUndefined();
    expect(
      longestOvertaking(
        compiled(queue({ serviceLevel, priority: [{ when: 'true', add: -10 }] })),
        queue({ serviceLevel }),
      ),
    ).toBe(40);
  });

  it('rank agents by points, each of them told', () => {
    const weights = prefer([
      { when: 'agent.team == "premier"', add: 5 },
      { per: 'agent.proficiency', add: 10 },
      { when: 'agent.knowsCustomer', add: 100 },
      { when: 'caller.frustration >= 1', per: 'agent.occupancy', add: -20 },
    ]);
    const values = callerValues({ ...caller, facts: { ...unknownCaller, frustration: 2 } });
    fillAgent(values, agent);
    expect(score(weights, values)).toBe(25);
    expect(pointsBy(weights, values)).toEqual([
      { weight: '+5 for agent.team == "premier"', points: 5 },
      { weight: '+10 per agent.proficiency', points: 30 },
      { weight: '-20 per agent.occupancy for caller.frustration >= 1', points: -10 },
    ]);
  });

  it('count nothing where they cannot be evaluated', () => {
    const values = callerValues(caller);
    fillAgent(values, { ...agent, load: 0 });
    expect(score(prefer([{ when: '10 / agent.load > 1', add: 5 }]), values)).toBe(0);
  });
});

describe('the bound of a group', () => {
  const weight: fc.Arbitrary<PreferWeight> = fc.record(
    {
      when: fc.constantFrom(
        'agent.speaks',
        'agent.team == "premier"',
        'agent.proficiency >= 3.0',
        'agent.idleSeconds > 30',
        'agent.occupancy < 0.5',
        'agent.overflow',
        'caller.vulnerable || agent.load == 0',
      ),
      per: fc.constantFrom(
        'agent.proficiency',
        'agent.idleSeconds',
        'agent.occupancy',
        'caller.waitedSeconds',
      ),
      add: fc.integer({ min: -50, max: 50 }),
    },
    { requiredKeys: ['add'] },
  );
  const members = fc.array(
    fc.record({
      proficiency: fc.integer({ min: 0, max: 5 }),
      idleSeconds: fc.integer({ min: 0, max: 100 }),
      occupancy: fc.double({ min: 0, max: 1, noNaN: true }),
      overflow: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('is never below the score of one of its agents', () => {
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 4 }), members, (weights, group) => {
        const rules = prefer(weights);
        const values = callerValues({ ...caller, waitedSeconds: 12 });
        const most = { proficiency: 0, idleSeconds: 0 };
        for (const one of group) {
          most.proficiency = Math.max(most.proficiency, one.proficiency);
          most.idleSeconds = Math.max(most.idleSeconds, one.idleSeconds);
        }
        fillAgent(values, { ...agent, proficiency: most.proficiency });
        const bound = bestScore(rules, values, {
          proficiency: true,
          overflow: true,
          idleSeconds: most.idleSeconds,
        });
        for (const one of group) {
          fillAgent(values, { ...agent, ...one });
          expect(score(rules, values)).toBeLessThanOrEqual(bound + 1e-9);
        }
      }),
    );
  });

  it('lets the longest idle win where nothing else differs', () => {
    const same = { proficiency: false, overflow: false, idleSeconds: 50 };
    expect(
      idleDecides(
        prefer([
          { per: 'agent.proficiency', add: 10 },
          { per: 'agent.idleSeconds', add: 1 },
        ]),
        same,
      ),
    ).toBe(true);
    expect(idleDecides(prefer([{ per: 'agent.idleSeconds', add: -1 }]), same)).toBe(false);
    expect(idleDecides(prefer([{ when: 'agent.occupancy < 0.5', add: 1 }]), same)).toBe(false);
    expect(ROUTING_VOCABULARY.names).toContain('agent.occupancy');
  });
});
