import fc from 'fast-check';
import { compilePolicy, policySha256 } from './compile-policy.js';
import type { PolicyFault } from './policy-fault.js';
import { samplePolicy } from './sample-policy.js';

const context = { skills: ['care', 'fraud'], languages: ['en', 'es'] };

/** The faults of the sample with its second rule, or its head, changed. */
function faultsWith(rule: object, head: object = {}): PolicyFault[] {
  const rules = samplePolicy.rules.map((r, i) => (i === 1 ? { ...r, ...rule } : r));
  const result = compilePolicy({ ...samplePolicy, ...head, rules }, context);
  return result.ok ? [] : result.error;
}

describe('compilePolicy', () => {
  it('accepts the sample', () => {
    const result = compilePolicy(samplePolicy, context);
    expect(result).toMatchObject({
      ok: true,
      value: { id: 'sample-escalation', version: 1, coolDownTurns: 3 },
    });
  });

  it.each<[string, object, string, (string | number)[], string]>([
    ['an unknown signal', { when: 'topics.frod > 0.5' }, 'unknown-signal', ['when'], 'topics.fraud'],
    ['a type error', { when: 'topics.fraud == 1' }, 'type-error', ['when'], '1.0'],
    ['a non-boolean', { when: 'turn.index' }, 'not-boolean', ['when'], 'Compare'],
    ['a duplicate id', { id: 'self-harm' }, 'duplicate-rule', ['id'], 'self-harm-2'],
    ['an id in another style', { id: 'Fraud_Reported' }, 'bad-name', ['id'], 'hyphens'],
    ['verdict and weight', { weight: 0.5 }, 'verdict-or-weight', ['weight'], 'not both'],
    ['neither of them', { verdict: undefined }, 'verdict-or-weight', [], 'not both'],
    ['a weight out of range', { verdict: undefined, weight: 1.2 }, 'out-of-range', ['weight'], '0.35'],
    ['an unknown verdict', { verdict: 'offerHuman' }, 'unknown-verdict', ['verdict'], 'offer-human'],
    ['an unknown reason', { reasons: ['fruad'] }, 'unknown-reason', ['reasons', 0], 'fraud'],
    ['an own reason without x-', { reasons: ['card-club'] }, 'unknown-reason', ['reasons', 0], 'x-card-club'],
    ['no reason', { reasons: [] }, 'no-reason', ['reasons'], 'human-request'],
    ['an unknown skill', { skills: ['frauds'] }, 'unknown-skill', ['skills', 0], 'fraud'],
    ['an unknown priority', { priority: 'hihg' }, 'unknown-priority', ['priority'], 'high'],
    ['a text without the first language', { explain: { es: 'Sí.' } }, 'missing-language', ['explain'], 'en'],
    [
      'a placeholder without a value',
      { explain: { en: '{{name}}' } },
      'unknown-placeholder',
      ['explain', 'en'],
      'fraud',
    ],
    ['a mistyped field', { weigth: 0.5 }, 'unknown-field', ['weigth'], 'weight'],
    ['a missing field', { explain: undefined }, 'missing-field', ['explain'], 'explain'],
    ['a wrong form', { reasons: 'fraud' }, 'wrong-shape', ['reasons'], 'list'],
  ])('reports %s with path and advice', (_, rule, code, path, advice) => {
    const faults = faultsWith(rule);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code, path: ['rules', 1, ...path] });
    expect(faults[0]!.instead).toContain(advice);
  });

  it.each<[string, object, string, (string | number)[]]>([
    [
      'thresholds out of order',
      { thresholds: { clarify: 0.6, offerHuman: 0.4, escalate: 0.8 } },
      'thresholds-order',
      ['thresholds'],
    ],
    [
      'a threshold above 1',
      { thresholds: { clarify: 0.4, offerHuman: 0.6, escalate: 8 } },
      'out-of-range',
      ['thresholds', 'escalate'],
    ],
    ['a version of zero', { version: 0 }, 'out-of-range', ['version']],
    ['a fractional cool-down', { coolDownTurns: 1.5 }, 'out-of-range', ['coolDownTurns']],
    [
      'a missing caller sentence',
      { say: { ...samplePolicy.say, escalate: undefined } },
      'missing-field',
      ['say', 'escalate'],
    ],
    [
      'a caller sentence without the first language',
      { say: { ...samplePolicy.say, clarify: { es: '¿Sí?' } } },
      'missing-language',
      ['say', 'clarify'],
    ],
  ])('reports %s', (_, head, code, path) => {
    expect(faultsWith({}, head)).toMatchObject([{ code, path }]);
  });

  it('reports all faults of a policy at once', () => {
    const codes = faultsWith({ when: 'nope > 1', priority: 'asap', reasons: ['x'] }, { version: -1 }).map(
      (f) => f.code,
    );
    expect(codes.sort()).toEqual(['out-of-range', 'unknown-priority', 'unknown-reason', 'unknown-signal']);
  });

  it('never throws and never says nothing is wrong with something else', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(compilePolicy(anything).ok).toBe(false);
        expect(compilePolicy({ ...samplePolicy, rules: [anything] }).ok).toBe(false);
      }),
    );
  });

  it('hashes by value: key order does not matter, any change does', () => {
    const { id, ...rest } = samplePolicy;
    expect(policySha256({ ...rest, id })).toBe(policySha256(samplePolicy));
    expect(policySha256({ ...samplePolicy, version: 2 })).not.toBe(policySha256(samplePolicy));
    expect(policySha256(samplePolicy)).toMatch(/^[0-9a-f]{64}$/);
  });
});
