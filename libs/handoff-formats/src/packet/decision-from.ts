import type { HandoffPacket } from './handoff-packet.js';
import type { DecisionMessage } from './packet-message.js';
import { nameOf } from './proto-names.js';

/** The decision with all it was made of, so that anyone can derive it again. */
export function decisionFrom(message: DecisionMessage): NonNullable<HandoffPacket['decision']> {
  return {
    decisionId: message.decisionId,
    turnIndex: message.turnIndex,
    verdict: nameOf(message.verdict, 'VERDICT_'),
    risk: message.risk,
    reasons: [...message.reasons],
    explanation: [...message.explanation],
    policy: { id: message.policyId, version: message.policyVersion, sha256: message.policySha256 },
    rules: message.matched.map(({ ruleId, hard, contribution, inputs }) => ({
      id: ruleId,
      hard,
      contribution,
      ...(inputs ? { inputs: { ...inputs } } : {}),
    })),
    ...(message.signals ? { signals: { ...message.signals } } : {}),
    recordSha256: message.recordSha256,
  };
}
