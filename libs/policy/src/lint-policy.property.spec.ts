import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { compilePolicy } from './compile-policy.js';
import { decide } from './decide.js';
import { lintPolicy } from './lint-policy.js';
import type { RuleSource } from './policy-source.js';
import { samplePolicy } from './sample-policy.js';
import type { Signals } from './signals.js';

const atom = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'affect.frustration',
        'affect.confusion',
        'turn.customerTurns',
        'misunderstanding.count',
      ),
      fc.constantFrom('<', '<=', '==', '>=', '>'),
      fc.integer({ min: -1, max: 5 }),
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom('topics.fraud', 'intent.confidence'),
      fc.constantFrom('<', '>='),
      fc.constantFrom('-0.1', '0.3', '0.5', '1.0', '1.2'),
    )
    .map((parts) => parts.join(' ')),
  fc.constantFrom(
    'bot.failed',
    '!bot.failed',
    'channel == "chat"',
    'channel in ["sms", "email"]',
    'customer.segment == "gold"',
  ),
);
const when = fc
  .array(atom, { minLength: 1, maxLength: 3 })
  .chain((atoms) =>
    fc.constantFrom('&&', '||').map((join) => atoms.map((each) => `(${each})`).join(` ${join} `)),
  );
const rule = fc
  .record({
    when,
    effect: fc.oneof(
      fc.record({
        verdict: fc.constantFrom('clarify', 'offer-human', 'escalate'),
        unlessDeclined: fc.boolean(),
      }),
      fc.record({ weight: fc.constantFrom(0.2, 0.5, 0.9) }),
    ),
    priority: fc.constantFrom('normal', 'urgent'),
    reasons: fc.subarray(['fraud', 'frustration', 'x-any'], { minLength: 1 }),
    skills: fc.subarray(['care', 'fraud']),
  })
  .map(({ effect, ...rest }) => ({ ...rest, ...effect }) as Omit<RuleSource, 'id' | 'explain'>);

function compiled(rules: readonly RuleSource[]) {
  const result = compilePolicy({ ...samplePolicy, rules });
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
  return result.value;
}

/** Of a decision what anyone acts on. */
const acted = (rules: readonly RuleSource[], signals: Signals) => {
  const { verdict, reasons, skills, priority } = decide(compiled(rules), signals);
  return {
    verdict,
    reasons: new Set(reasons.filter((reason) => reason !== 'risk')),
    skills: new Set(skills),
    priority,
  };
};

describe('what lint says of any policy', () => {
  it('is true of every turn', () => {
    let shadowed = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.array(arbitrarySignals, { maxLength: 12 }),
        (drawn, turns) => {
          // Chance alone rarely draws a rule that another one covers: half the policies say one twice.
          const said = drawn.length % 2 === 0 ? [...drawn, drawn[0]!] : drawn;
          const rules = said.map((each, i): RuleSource => ({
            ...each,
            id: `rule-${i}`,
            explain: { en: 'Why.' },
          }));
          const policy = compiled(rules);
          for (const { code, path } of lintPolicy(policy)) {
            const at = typeof path[1] === 'number' ? path[1] : -1;
            const matches = (signals: Signals) =>
              decide(policy, signals).matched.some(({ ruleId }) => ruleId === `rule-${at}`);
            if (code === 'never-fires') expect(turns.some(matches)).toBe(false);
            if (code === 'always-fires') expect(turns.every(matches)).toBe(true);
            if (code !== 'shadowed') continue;
            shadowed += 1;
            const without = rules.filter((_, index) => index !== at);
            for (const signals of turns) expect(acted(without, signals)).toEqual(acted(rules, signals));
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(shadowed).toBeGreaterThan(0);
  });
});
