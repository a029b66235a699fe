import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { compilePolicy } from './compile-policy.js';
import { decide } from './decide.js';
import type { LimitsSource, PolicySource, RuleSource } from './policy-source.js';
import { replay } from './replay.js';
import { samplePolicy } from './sample-policy.js';
import { neutralSignals, type Signals } from './signals.js';
import { verdictRank } from './verdict.js';

const low = { clarify: 0.1, offerHuman: 0.2, escalate: 0.3 };

function source(change: Partial<PolicySource>): PolicySource {
  return { ...samplePolicy, ...change };
}

function policyOf(change: Partial<PolicySource>) {
  const compiled = compilePolicy(source(change));
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('\n'));
  return compiled.value;
}

function turn(changes: { [G in keyof Signals]?: object | string }): Signals {
  const signals: Record<string, unknown> = { ...neutralSignals() };
  for (const [group, fields] of Object.entries(changes))
    signals[group] = typeof fields === 'string' ? fields : { ...(signals[group] as object), ...fields };
  return signals as Signals;
}

const annoyed = { affect: { frustration: 1 } };
const declined = { offers: { made: 1, declined: 1, turnsSinceDecline: 1 } };

describe('limits for some conversations', () => {
  const limits: LimitsSource[] = [
    { id: 'vulnerable', when: 'customer.vulnerable', thresholds: low, coolDownTurns: 0 },
    {
      id: 'premier',
      when: 'customer.segment == "premier"',
      thresholds: { clarify: 0.1, offerHuman: 0.3, escalate: 0.9 },
    },
    { id: 'letters', when: 'channel == "email"', coolDownTurns: 0 },
  ];
  const policy = policyOf({ limits });

  it.each([
    ['nobody in particular', {}, 'continue', undefined],
    ['a segment', { customer: { segment: 'premier' } }, 'offer-human', 'premier'],
    ['a vulnerable caller', { customer: { vulnerable: true } }, 'escalate', 'vulnerable'],
    [
      'the first that holds',
      { customer: { vulnerable: true, segment: 'premier' } },
      'escalate',
      'vulnerable',
    ],
    ['a channel, whose thresholds are the policy’s', { channel: 'email' }, 'continue', 'letters'],
  ])('count for %s', (_, who, verdict, id) => {
    const decision = decide(policy, turn({ ...annoyed, ...who }));
    expect(decision.verdict).toBe(verdict);
    expect(decision.limits).toBe(id);
  });

  it('may end a cool-down sooner', () => {
    const furious = {
      affect: { frustration: 2, polarity: -0.9 },
      misunderstanding: { count: 1 },
      ...declined,
    };
    expect(decide(policy, turn(furious)).verdict).toBe('clarify');
    expect(decide(policy, turn({ ...furious, channel: 'email' })).verdict).toBe('offer-human');
  });

  it('are part of the policy: of its hash, and of every replay', () => {
    const signals = turn({ ...annoyed, customer: { segment: 'premier' } });
    const decision = decide(policy, signals);
    expect(decision.policySha256).not.toBe(policyOf({}).sha256);
    expect(replay(source({ limits }), { decision, signals }).same).toBe(true);
    expect(replay(source({}), { decision, signals }).same).toBe(false);
  });

  it('that cannot be evaluated do not hold, and say so', () => {
    const failing = policyOf({ limits: [{ id: 'odd', when: '1 / offers.made > 0', thresholds: low }] });
    const decision = decide(failing, turn(annoyed));
    expect(decision).toMatchObject({ verdict: 'continue', failedRules: [{ ruleId: 'limits/odd' }] });
    expect(decision).not.toHaveProperty('limits');
  });

  it.each<[string, object, string, (string | number)[]]>([
    ['an unknown signal', { when: 'customer.segmnt == "x"' }, 'unknown-signal', ['limits', 0, 'when']],
    [
      'thresholds out of order',
      { thresholds: { ...low, clarify: 0.9 } },
      'thresholds-order',
      ['limits', 0, 'thresholds'],
    ],
    ['no effect', { thresholds: undefined }, 'no-effect', ['limits', 0]],
    ['a fraction of a turn', { coolDownTurns: 0.5 }, 'out-of-range', ['limits', 0, 'coolDownTurns']],
    ['an unknown field', { threshold: low }, 'unknown-field', ['limits', 0, 'threshold']],
  ])('are refused with %s', (_, change, code, path) => {
    const result = compilePolicy({
      ...samplePolicy,
      limits: [{ id: 'x', when: 'bot.failed', thresholds: low, ...change }],
    });
    expect(result.ok ? [] : result.error).toMatchObject([{ code, path }]);
  });
});

describe('a caller who declined a person', () => {
  const rule = (id: string, change: Partial<RuleSource>): RuleSource => ({
    id,
    when: 'bot.failed',
    reasons: ['x-any'],
    explain: { en: 'Why.' },
    ...change,
  });
  const failed = turn({ bot: { failed: true }, ...declined });

  it('is not fetched one because of the bot’s own trouble', () => {
    const policy = policyOf({
      rules: [rule('trouble', { verdict: 'escalate', unlessDeclined: true, skills: ['care'] })],
    });
    expect(decide(policy, failed)).toMatchObject({
      verdict: 'clarify',
      heldBack: 'escalate',
      matched: [{ ruleId: 'trouble', held: true, verdict: 'escalate' }],
    });
    const before = turn({ bot: { failed: true } });
    expect(decide(policy, before)).toMatchObject({ verdict: 'escalate', skills: ['care'] });
    expect(decide(policy, before)).not.toHaveProperty('heldBack');
  });

  it('is fetched one where safety or law says so', () => {
    const rules = [
      rule('trouble', { verdict: 'escalate', unlessDeclined: true, skills: ['care'] }),
      rule('safety', { verdict: 'escalate', skills: ['crisis'] }),
    ];
    expect(decide(policyOf({ rules }), failed)).toMatchObject({ verdict: 'escalate', skills: ['crisis'] });
  });

  it('means nothing for a rule that only clarifies, and is refused on a soft one', () => {
    const mild = policyOf({ rules: [rule('mild', { verdict: 'clarify', unlessDeclined: true })] });
    expect(decide(mild, failed).verdict).toBe('clarify');
    expect(decide(mild, failed)).not.toHaveProperty('heldBack');
    const soft = compilePolicy({
      ...samplePolicy,
      rules: [rule('soft', { weight: 0.5, unlessDeclined: true })],
    });
    expect(soft.ok ? [] : soft.error).toMatchObject([
      { code: 'no-effect', path: ['rules', 0, 'unlessDeclined'] },
    ]);
  });

  const arbitraryRule = fc.record({
    hard: fc.boolean(),
    verdict: fc.constantFrom('clarify', 'offer-human', 'escalate'),
    unlessDeclined: fc.boolean(),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    when: fc.constantFrom(
      'bot.failed',
      'affect.frustration >= 1',
      'topics.fraud >= 0.5',
      'humanRequest.value',
      'turn.index >= 0',
    ),
  });

  it('is respected by every policy, and every other hard rule gets its verdict whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRule, { minLength: 1, maxLength: 6 }),
        arbitrarySignals,
        (drawn, signals) => {
          const rules = drawn.map(({ hard, when, verdict, unlessDeclined, weight }, i) =>
            rule(
              `rule-${i}`,
              hard ? { when, verdict: verdict as 'escalate', unlessDeclined } : { when, weight },
            ),
          );
          const policy = policyOf({ rules });
          const decision = decide(policy, signals);
          const { declined: count, turnsSinceDecline: since } = signals.offers;
          const cooling = count > 0 && since >= 0 && since <= policy.coolDownTurns;
          const matched = decision.matched.filter(({ hard }) => hard);
          const firm = matched.filter(({ ruleId }) => !rules.find(({ id }) => id === ruleId)!.unlessDeclined);
          for (const { verdict } of cooling ? firm : matched)
            expect(verdictRank(decision.verdict)).toBeGreaterThanOrEqual(verdictRank(verdict!));
          const reached = Math.max(0, ...firm.map(({ verdict }) => verdictRank(verdict!)));
          if (cooling) expect(verdictRank(decision.verdict)).toBeLessThanOrEqual(Math.max(1, reached));
        },
      ),
      { numRuns: 300 },
    );
  });
});
