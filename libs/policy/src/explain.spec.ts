import { compilePolicy } from './compile-policy.js';
import { decide } from './decide.js';
import { explain, sayText } from './explain.js';
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
