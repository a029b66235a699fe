import { FailedRules } from './failed-rules.js';
import type { Decision } from '@baton/contracts';

const decision = (failedRules: string[], policySha256 = 'a'): Decision =>
  ({ failedRules, policyId: 'p', policyVersion: 1, policySha256 }) as unknown as Decision;

describe('rules that could not be evaluated', () => {
  it('are told once a rule and policy', () => {
    const told: unknown[] = [];
    const rules = new FailedRules({ warn: (what: unknown) => void told.push(what) } as never);
    rules.report('bank', decision(['one', 'two']));
    rules.report('bank', decision(['one']));
    rules.report('bank', decision(['one'], 'b'));
    rules.report('bank', decision([]));
    expect(told).toMatchObject([
      { rule: 'one', policySha256: 'a' },
      { rule: 'two', policySha256: 'a' },
      { rule: 'one', policySha256: 'b' },
    ]);
  });
});
