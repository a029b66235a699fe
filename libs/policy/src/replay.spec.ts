import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { compilePolicy } from './compile-policy.js';
import { decide } from './decide.js';
import { decodeDecision, encodeDecision, replay } from './replay.js';
import { samplePolicy } from './sample-policy.js';
import { neutralSignals } from './signals.js';

const compiled = compilePolicy(samplePolicy, { skills: ['care', 'fraud'], languages: ['en', 'es'] });
if (!compiled.ok) throw new Error('the sample does not compile');
const policy = compiled.value;

describe('replay', () => {
  it('derives any recorded decision again, byte for byte', () => {
    fc.assert(
      fc.property(arbitrarySignals, (signals) => {
        const bytes = encodeDecision(decide(policy, signals), signals);
        const { decision, signals: read } = decodeDecision(bytes);
        expect(encodeDecision(decision, read)).toEqual(bytes);
        expect(replay(samplePolicy, bytes).same).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('derives a decision made on a broken signal again', () => {
    const signals = { ...neutralSignals(), topics: { ...neutralSignals().topics, fraud: Number.NaN } };
    const bytes = encodeDecision(decide(policy, signals), signals);
    expect(replay(samplePolicy, bytes).same).toBe(true);
  });

  it('names what differs in a decision that was changed', () => {
    const signals = neutralSignals();
    const forged = { ...decide(policy, signals), verdict: 'escalate', reasons: ['fraud'] } as const;
    expect(replay(samplePolicy, { decision: forged, signals })).toMatchObject({
      same: false,
      why: 'other-decision',
      differences: ['reasons', 'verdict'],
    });
  });

  it('tells another policy from another decision', () => {
    const signals = neutralSignals();
    const recorded = { decision: decide(policy, signals), signals };
    expect(replay({ ...samplePolicy, version: 2 }, recorded)).toMatchObject({
      same: false,
      why: 'other-policy',
    });
    expect(replay({ ...samplePolicy, version: -2 }, recorded)).toMatchObject({
      same: false,
      why: 'policy-invalid',
    });
  });

  it('refuses bytes that are no decision', () => {
    expect(() => replay(samplePolicy, new Uint8Array([255]))).toThrow(/not JSON/);
    expect(() => replay(samplePolicy, new TextEncoder().encode('{}'))).toThrow(/lacks/);
  });
});
