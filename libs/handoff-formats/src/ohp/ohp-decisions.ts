import type { HandoffPacket } from '../packet/handoff-packet.js';
import { jsonBytes } from '../projection/json-cost.js';
import { clip } from '../text/clip.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { ulidOf } from './ulid.js';

/** The escalation as OHP's `decisions[]` has it: which policy, over which turn, with what outcome. */
export function ohpDecisions(
  decision: NonNullable<HandoffPacket['decision']>,
  atMs: number,
): NonNullable<OhpEnvelope['decisions']> {
  const { policy, turnIndex, verdict, risk, reasons, recordSha256 } = decision;
  return [
    {
      id: `dec_${ulidOf(decision.decisionId, atMs)}`,
      at: new Date(atMs).toISOString(),
      type: 'escalation',
      input: {
        turnIndex,
        policy: `${short(policy.id)}@${policy.version}`,
        policySha256: short(policy.sha256),
      },
      output: {
        verdict: short(verdict),
        risk,
        reasons: short(reasons.join(',')),
        recordSha256: short(recordSha256),
      },
      humanReviewed: false,
    },
  ];
}

function short(text: string): string {
  return clip(text, 200, jsonBytes);
}
