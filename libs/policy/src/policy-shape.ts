import type { Shape } from './shape.js';

/** The form of `escalation.yaml` without its rules, which are looked at one by one. */
export const POLICY_SHAPE: Shape = {
  fields: {
    id: 'string',
    version: 'number',
    thresholds: { fields: { clarify: 'number', offerHuman: 'number', escalate: 'number' }, optional: {} },
    say: { fields: { clarify: 'text', offerHuman: 'text', escalate: 'text' }, optional: {} },
  },
  optional: { coolDownTurns: 'number' },
};

/** The form of one rule. */
export const RULE_SHAPE: Shape = {
  fields: { id: 'string', when: 'string', reasons: { items: 'string' }, explain: 'text' },
  optional: { verdict: 'string', weight: 'number', priority: 'string', skills: { items: 'string' } },
};
