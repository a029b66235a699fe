import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { compilePolicy } from './compile-policy.js';
import type { CompiledPolicy } from './compiled-policy.js';
import { decide } from './decide.js';
import type { PolicySource, RuleSource } from './policy-source.js';
import { encodeDecision } from './replay.js';
import { samplePolicy } from './sample-policy.js';
import { neutralSignals, type Signals } from './signals.js';
import { PRIORITIES, VERDICTS, verdictRank } from './verdict.js';

function compiled(source: PolicySource): CompiledPolicy {
  const result = compilePolicy(source);
  if (!result.ok)
    throw new Error(result.error.map((fault) => `${fault.path.join('.')}: ${fault.message}`).join('\n'));
  return result.value;
}

const policy = compiled(samplePolicy);

/** The neutral turn with some groups changed in part. */
function turn(changes: { [G in keyof Signals]?: Partial<Signals[G]> }): Signals {
  const signals: Record<string, unknown> = { ...neutralSignals() };
  for (const [group, fields] of Object.entries(changes)) {
    signals[group] = typeof fields === 'object' ? { ...(signals[group] as object), ...fields } : fields;
  }
  return signals as Signals;
}

function withRules(rules: readonly Partial<RuleSource>[]): CompiledPolicy {
  const base = { when: 'true', reasons: ['x-any'], explain: { en: 'Why.' } };
  return compiled({
    ...samplePolicy,
    rules: rules.map((rule, i) => ({ id: `rule-${i}`, ...base, ...rule })),
  });
}

describe('decide', () => {
  it('goes on when nothing happened', () => {
    const decision = decide(policy, neutralSignals());
    expect(decision).toMatchObject({
      verdict: 'continue',
      risk: 0,
      reasons: [],
      matched: [],
      priority: 'normal',
    });
    expect(decision).not.toHaveProperty('say');
  });

  it('lets a hard rule decide alone, with its skills and priority', () => {
    const decision = decide(policy, turn({ topics: { fraud: 0.9 } }));
    expect(decision).toMatchObject({
      verdict: 'escalate',
      reasons: ['fraud'],
      skills: ['fraud'],
      priority: 'urgent',
    });
    expect(decision.say).toBe('escalate');
    expect(decision.matched[0]).toMatchObject({
      hard: true,
      contribution: 0,
      inputs: { 'topics.fraud': 0.9 },
    });
  });

  it('combines weak signals: 1 - (1-.35)(1-.3)(1-.3)(1-.25) = .761 offers a human because of risk', () => {
    const decision = decide(
      policy,
      turn({
        affect: { frustration: 2, polarity: -0.8 },
        misunderstanding: { count: 1 },
        customer: { contactsLast30d: 4 },
      }),
    );
    expect(decision.risk).toBeCloseTo(1 - 0.65 * 0.7 * 0.7 * 0.75, 9);
    expect(decision).toMatchObject({
      verdict: 'offer-human',
      say: 'offerHuman',
      priority: 'high',
      skills: ['care'],
    });
    expect(decision.reasons).toEqual(['frustration', 'misunderstanding', 'repeat-contact', 'risk']);
  });

  it('reaches a threshold exactly', () => {
    for (const [weight, verdict] of [
      [0.4, 'clarify'],
      [0.6, 'offer-human'],
      [0.8, 'escalate'],
    ] as const) {
      expect(decide(withRules([{ weight }]), neutralSignals()).verdict).toBe(verdict);
    }
  });

  it('takes neither skill nor priority from soft rules that did not reach a verdict', () => {
    const rules = [
      { verdict: 'escalate', skills: ['fraud'] },
      { weight: 0.2, skills: ['care'], priority: 'urgent' },
    ] as const;
    expect(decide(withRules(rules), neutralSignals())).toMatchObject({
      skills: ['fraud'],
      priority: 'normal',
    });
  });

  it('takes skills and priority from rules of the final verdict, also where that is to clarify', () => {
    const rules = [{ weight: 0.5, skills: ['care'], priority: 'high' }] as const;
    expect(decide(withRules(rules), neutralSignals())).toMatchObject({
      verdict: 'clarify',
      skills: ['care'],
      priority: 'high',
    });
  });

  it('gives the reason risk from the third weak signal on', () => {
    const reasons = (count: number): readonly string[] =>
      decide(withRules(Array.from({ length: count }, () => ({ weight: 0.5 }))), neutralSignals()).reasons;
    expect(reasons(2)).toEqual(['x-any']);
    expect(reasons(3)).toEqual(['x-any', 'risk']);
  });

  it('treats -0 as 0, since a recorded decision cannot tell them apart', () => {
    const divides = withRules([{ when: '1.0 / affect.polarity > 0.0', verdict: 'clarify' }]);
    expect(decide(divides, turn({ affect: { polarity: -0 } }))).toEqual(decide(divides, neutralSignals()));
  });

  it('runs a condition that needs the whole of CEL', () => {
    const decision = decide(policy, turn({ turn: { asrConfidence: 0.3 }, misunderstanding: { lowAsr: 1 } }));
    expect(decision.matched.map((match) => match.ruleId)).toEqual(['unclear-speech']);
  });

  it('counts a rule that fails as no match, and says so', () => {
    const failing = withRules([{ when: '1 / turn.index > 0', verdict: 'escalate' }, { verdict: 'clarify' }]);
    const decision = decide(failing, neutralSignals());
    expect(decision.verdict).toBe('clarify');
    expect(decision.failedRules).toEqual([{ ruleId: 'rule-0', error: 'division_by_zero: division by zero' }]);
  });

  it('counts a rule whose signal is not there as no match, and decides the rest', () => {
    const decision = decide(policy, turn({ topics: { fraud: Number.NaN }, humanRequest: { value: true } }));
    expect(decision.verdict).toBe('escalate');
    expect(decision.failedRules).toEqual([{ ruleId: 'fraud-reported', error: 'bad-signal: topics.fraud' }]);
  });

  describe('after a declined offer', () => {
    const upset = { affect: { frustration: 2, polarity: -0.8 }, misunderstanding: { count: 1 } };

    it.each([0, 1, 3])('does not offer again by weight, %i turns later', (turnsSinceDecline) => {
      const offers = { made: 1, declined: 1, turnsSinceDecline };
      expect(decide(policy, turn({ ...upset, offers }))).toMatchObject({
        verdict: 'clarify',
        heldBack: 'offer-human',
      });
    });

    it('offers again from the fourth turn on', () => {
      const decision = decide(
        policy,
        turn({ ...upset, offers: { made: 1, declined: 1, turnsSinceDecline: 4 } }),
      );
      expect(decision.verdict).toBe('offer-human');
      expect(decision).not.toHaveProperty('heldBack');
    });

    it('is outvoted by a hard rule', () => {
      const offers = { made: 1, declined: 1, turnsSinceDecline: 1 };
      const decision = decide(policy, turn({ ...upset, offers, kinds: { selfHarmRisk: true } }));
      expect(decision).toMatchObject({ verdict: 'escalate', priority: 'urgent', skills: ['care'] });
      expect(decision).not.toHaveProperty('heldBack');
    });
  });

  it('is deterministic to the byte', () => {
    fc.assert(
      fc.property(arbitrarySignals, (signals) => {
        const again = compiled(JSON.parse(JSON.stringify(samplePolicy)) as PolicySource);
        const copy = JSON.parse(JSON.stringify(signals)) as Signals;
        expect(encodeDecision(decide(again, copy), copy)).toEqual(
          encodeDecision(decide(policy, signals), signals),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives contributions that sum to the risk, each 0 or more', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (weights) => {
        const { matched, risk } = decide(withRules(weights.map((weight) => ({ weight }))), neutralSignals());
        expect(matched.reduce((sum, match) => sum + match.contribution, 0)).toBeCloseTo(risk, 12);
        expect(matched.every((match) => match.contribution >= 0)).toBe(true);
        expect(risk).toBeCloseTo(1 - weights.reduce((calm, weight) => calm * (1 - weight), 1), 8);
      }),
    );
  });

  const arbitraryRule = fc.oneof(
    fc.record({ verdict: fc.constantFrom(...VERDICTS), priority: fc.constantFrom(...PRIORITIES) }),
    fc.record({ weight: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100) }),
  );

  it('gives the same verdict, risk and priority in any rule order', () => {
    const shuffled = fc
      .array(arbitraryRule, { maxLength: 10 })
      .chain((rules) =>
        fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
      );
    fc.assert(
      fc.property(shuffled, ([rules, others]) => {
        const a = decide(withRules(rules), neutralSignals());
        const b = decide(withRules(others), neutralSignals());
        expect([b.verdict, b.priority]).toEqual([a.verdict, a.priority]);
        expect(b.risk).toBeCloseTo(a.risk, 8);
      }),
    );
  });

  it('gives a verdict beyond continue only with a reason and a caller sentence', () => {
    fc.assert(
      fc.property(arbitrarySignals, (signals) => {
        const decision = decide(policy, signals);
        const changes = decision.verdict !== 'continue';
        expect(decision.say !== undefined).toBe(changes);
        if (changes) expect(decision.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is never below any hard rule that matched', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRule, { maxLength: 8 }), (rules) => {
        const decision = decide(withRules(rules), neutralSignals());
        for (const match of decision.matched) {
          if (match.verdict !== undefined) {
            expect(verdictRank(decision.verdict)).toBeGreaterThanOrEqual(verdictRank(match.verdict));
          }
        }
      }),
    );
  });
});
