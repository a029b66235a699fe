import type { Decision } from './model.js';
import { list, number, record, text, word } from './wire.js';

/** A decision, from a packet or an event. */
export function decodeDecision(value: unknown): Decision {
  const wire = record(value);
  return {
    decisionId: text(wire['decisionId']),
    turnIndex: number(wire['turnIndex']),
    verdict: word(wire['verdict'], 'VERDICT_'),
    risk: number(wire['risk']),
    reasons: list(wire['reasons'], text),
    skills: list(wire['skills'], text),
    priority: word(wire['priority'], 'PRIORITY_'),
    language: text(wire['language']),
    policyId: text(wire['policyId']),
    policyVersion: number(wire['policyVersion']),
    policySha256: text(wire['policySha256']),
    matched: list(wire['matched'], (item) => {
      const rule = record(item);
      return {
        ruleId: text(rule['ruleId']),
        hard: rule['hard'] === true,
        contribution: number(rule['contribution']),
        inputs: record(rule['inputs']),
      };
    }),
    signals: record(wire['signals']),
    explanation: list(wire['explanation'], text),
    say: text(wire['say']),
    failedRules: list(wire['failedRules'], text),
    recordSha256: text(wire['recordSha256']),
  };
}
