import type { Shape } from './shape.js';

const THRESHOLDS: Shape = {
  fields: { clarify: 'number', offerHuman: 'number', escalate: 'number' },
  optional: {},
};

/** The form of `escalation.yaml` without its rules, which are looked at one by one. */
export const POLICY_SHAPE: Shape = {
  fields: {
    id: 'string',
    version: 'number',
    thresholds: THRESHOLDS,
    say: { fields: { clarify: 'text', offerHuman: 'text', escalate: 'text' }, optional: {} },
  },
  optional: {
    coolDownTurns: 'number',
    limits: {
      items: {
        fields: { id: 'string', when: 'string' },
        optional: { thresholds: THRESHOLDS, coolDownTurns: 'number' },
      },
    },
  },
};

/** The form of one rule. */
export const RULE_SHAPE: Shape = {
  fields: { id: 'string', when: 'string', reasons: { items: 'string' }, explain: 'text' },
  optional: {
    verdict: 'string',
    weight: 'number',
    unlessDeclined: 'boolean',
    priority: 'string',
    skills: { items: 'string' },
  },
};
