import { compilePolicy } from './compile-policy.js';
import { decide } from './decide.js';
import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { CUSTOMER_WORDS } from './customer-words.js';
import { explain, sayText } from './explain.js';
import { explainInFull } from './explain-in-full.js';
import { explainToCustomer } from './explain-to-customer.js';
import { REASON_CODES } from './reason-codes.js';
import { smallestChange } from './smallest-change.js';
import { samplePolicy } from './sample-policy.js';
import { neutralSignals } from './signals.js';
import { whatWouldChange } from './what-would-change.js';

const compiled = compilePolicy(samplePolicy, { languages: ['en', 'es'] });
if (!compiled.ok) throw new Error('the sample does not compile');
const policy = compiled.value;

const neutral = neutralSignals();
const misunderstoodTwice = {
  ...neutral,
  misunderstanding: { ...neutral.misunderstanding, count: 2, consecutive: 2 },
  affect: { ...neutral.affect, frustration: 1 },
};

describe('explain', () => {
  it('says why in the words of the policy, with the values it saw', () => {
    const decision = decide(policy, misunderstoodTwice);
    expect(explain(policy, decision, 'en-GB')).toEqual([
      'I misunderstood 2 times in a row.',
      'The caller is annoyed.',
      'I misunderstood once.',
    ]);
    expect(explain(policy, decision, 'es')[0]).toBe('No entendí 2 veces seguidas.');
  });

  it('falls back to the first language', () => {
    expect(explain(policy, decide(policy, misunderstoodTwice), 'de')[1]).toBe('The caller is annoyed.');
    expect(sayText(policy, 'offerHuman', 'de')).toBe('Shall I get a colleague?');
  });

  it('refuses to explain a decision of another policy', () => {
    const decision = { ...decide(policy, neutral), policySha256: '0'.repeat(64) };
    expect(() => explain(policy, decision, 'en')).toThrow(
      expect.objectContaining({ code: 'policy-mismatch' }) as Error,
    );
  });
});

describe('whatWouldChange', () => {
  it('names the rule and the smallest change of a signal behind an offer', () => {
    const decision = decide(policy, misunderstoodTwice);
    const change = whatWouldChange(policy, misunderstoodTwice, decision);
    expect(change.lower).toEqual([
      { ruleId: 'misunderstood-twice', verdict: 'clarify', risk: decision.risk },
    ]);
    expect(change.raise).toEqual([]);
    expect(change.signals.find((c) => c.signal === 'misunderstanding.consecutive')).toMatchObject({
      from: 2,
      to: 1,
      verdict: 'clarify',
    });
    expect(change.signals.find((c) => c.signal === 'topics.fraud')).toMatchObject({
      to: 0.5,
      verdict: 'escalate',
    });
  });

  it('names the soft rules that would have raised the verdict', () => {
    const annoyed = { ...neutral, affect: { ...neutral.affect, frustration: 1 } };
    const change = whatWouldChange(policy, annoyed, decide(policy, annoyed));
    expect(change.lower).toEqual([]);
    expect(change.raise.map((c) => [c.ruleId, c.verdict])).toEqual([
      ['angry', 'clarify'],
      ['misunderstood', 'clarify'],
      ['called-before', 'clarify'],
      ['unclear-speech', 'clarify'],
    ]);
    expect(change.signals.map((c) => c.distance)).toEqual(
      change.signals.map((c) => c.distance).toSorted((a, b) => a - b),
    );
  });

  it('gives changes that hold when they are made', () => {
    const decision = decide(policy, misunderstoodTwice);
    for (const { signal, to, verdict } of whatWouldChange(policy, misunderstoodTwice, decision).signals) {
      const [group, field] = signal.split('.') as [string, string | undefined];
      const nested = misunderstoodTwice as unknown as Record<string, object>;
      const varied = { ...nested, [group]: field === undefined ? to : { ...nested[group], [field]: to } };
      expect(decide(policy, varied as never).verdict).toBe(verdict);
    }
  });
});

describe('explainToCustomer', () => {
  const asked = { ...neutral, humanRequest: { ...neutral.humanRequest, value: true, count: 2 } };

  it('says what happened and why, in words for the customer', () => {
    expect(explainToCustomer(policy, decide(policy, misunderstoodTwice), misunderstoodTwice, 'en')).toEqual([
      'The assistant offered you a person.',
      'The assistant misunderstood you twice.',
      'What you said showed that this was not going well for you.',
    ]);
    expect(explainToCustomer(policy, decide(policy, asked), asked, 'de-AT')).toEqual([
      'Sie wurden an einen Menschen weitergegeben.',
      'Sie haben zweimal nach einem Menschen gefragt.',
    ]);
  });

  it('says that a refusal was respected', () => {
    const offers = { made: 1, declined: 1, turnsSinceDecline: 1 };
    const furious = {
      ...neutral,
      offers,
      affect: { ...neutral.affect, frustration: 2, polarity: -0.9 },
      misunderstanding: { ...neutral.misunderstanding, count: 1 },
    };
    expect(explainToCustomer(policy, decide(policy, furious), furious, 'en')).toContain(
      'You had said that you did not want a person, and that was respected.',
    );
  });

  it('uses the rule’s own words for a reason of the pack, and the first language for one it does not speak', () => {
    const own = compilePolicy({
      ...samplePolicy,
      rules: [
        {
          id: 'club',
          when: 'customer.known',
          verdict: 'escalate',
          reasons: ['x-club'],
          explain: { en: 'Members talk to people.' },
        },
      ],
    });
    if (!own.ok) throw new Error('does not compile');
    const known = { ...neutral, customer: { ...neutral.customer, known: true } };
    expect(explainToCustomer(own.value, decide(own.value, known), known, 'sv')).toEqual([
      'You were passed on to a person.',
      'Members talk to people.',
    ]);
  });

  it.each(Object.keys(CUSTOMER_WORDS))('has a sentence for every reason in %s', (language) => {
    const { reason, verdict } = CUSTOMER_WORDS[language]!;
    for (const code of REASON_CODES) expect(reason[code]).toMatch(/\S.*\.$/);
    const sentences = [...Object.values(reason), ...Object.values(verdict)];
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('leaves no placeholder open, whatever happened', () => {
    fc.assert(
      fc.property(
        arbitrarySignals,
        fc.constantFrom('en', 'es', 'fr', 'de', 'it', 'pt', 'xx', ''),
        (signals, language) => {
          const said = explainToCustomer(policy, decide(policy, signals), signals, language);
          expect(said.length).toBeGreaterThan(0);
          expect(said.join(' ')).not.toMatch(/[{}]|undefined|NaN/);
        },
      ),
    );
  });
});

describe('smallestChange', () => {
  it('is one signal where one is enough', () => {
    const annoyed = { ...neutral, misunderstanding: { ...neutral.misunderstanding, consecutive: 2 } };
    const change = smallestChange(policy, annoyed, decide(policy, annoyed))!;
    expect(change).toMatchObject({
      verdict: 'continue',
      changes: [{ signal: 'misunderstanding.consecutive', from: 2, to: 1 }],
    });
  });

  it('is several where several rules say the same', () => {
    const both = {
      ...neutral,
      kinds: { ...neutral.kinds, selfHarmRisk: true },
      topics: { ...neutral.topics, fraud: 0.9 },
    };
    const change = smallestChange(policy, both, decide(policy, both))!;
    expect(change.changes.map(({ signal }) => signal).sort()).toEqual(['kinds.selfHarmRisk', 'topics.fraud']);
    expect(change.verdict).toBe('continue');
  });

  it('holds when it is made', () => {
    fc.assert(
      fc.property(arbitrarySignals, (signals) => {
        const decision = decide(policy, signals);
        const change = smallestChange(policy, signals, decision);
        if (change === undefined) return;
        const varied = structuredClone(signals) as unknown as Record<string, Record<string, unknown>>;
        for (const { signal, from, to } of change.changes) {
          const [group, field] = signal.split('.') as [string, string | undefined];
          if (field === undefined) varied[group] = to as never;
          else varied[group]![field] = to;
          expect(from).not.toBe(to);
        }
        expect(decide(policy, varied as never).verdict).toBe(change.verdict);
        expect(change.verdict).not.toBe(decision.verdict);
      }),
      { numRuns: 40 },
    );
  });
});

describe('explainInFull', () => {
  it('shows every rule with its inputs and its part', () => {
    const decision = decide(policy, misunderstoodTwice);
    const full = explainInFull(policy, decision, misunderstoodTwice, 'en');
    expect(full.rules.map(({ ruleId }) => ruleId)).toEqual(policy.rules.map(({ id }) => id));
    expect(full.rules.find(({ ruleId }) => ruleId === 'misunderstood-twice')).toMatchObject({
      outcome: 'matched',
      verdict: 'offer-human',
      inputs: { 'misunderstanding.consecutive': 2 },
    });
    expect(full.rules.find(({ ruleId }) => ruleId === 'fraud-reported')).toMatchObject({
      outcome: 'no-match',
      contribution: 0,
      inputs: { 'topics.fraud': 0 },
    });
    expect(full.rules.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(decision.risk, 9);
    expect(full.limits).toEqual({ thresholds: samplePolicy.thresholds, coolDownTurns: 3 });
    expect(full.smallestChange!.changes[0]!.signal).toBe('misunderstanding.consecutive');
  });
});
