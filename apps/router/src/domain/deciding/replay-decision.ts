import { createHash } from 'node:crypto';
import type { Decision as DecisionMessage } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import { decide, encodeDecision, type Signals } from '@baton/policy';
import { turnPolicyOf } from './turn-policy.js';

/** What came out when a published decision was derived again. */
export type ReplayedDecision =
  | { readonly same: true }
  | {
      readonly same: false;
      /** `other-policy`: the pack at hand is not the version that decided; `other-decision`: it is, and decides otherwise. */
      readonly why: 'other-policy' | 'other-decision';
      readonly recordedSha256: string;
      readonly derivedSha256: string;
    };

/** Derives a published decision again from its signals and the pack, and compares bytes by their hash. */
export function replayDecision(pack: Pack, recorded: DecisionMessage): ReplayedDecision {
  const { compiled, keyed } = turnPolicyOf(pack);
  const policy = keyed.sha256 === recorded.policySha256 ? keyed : compiled;
  const signals = recorded.signals as unknown as Signals;
  const derivedSha256 = createHash('sha256')
    .update(encodeDecision(decide(policy, signals), signals))
    .digest('hex');
  if (derivedSha256 === recorded.recordSha256) return { same: true };
  const why = policy.sha256 === recorded.policySha256 ? 'other-decision' : 'other-policy';
  return { same: false, why, recordedSha256: recorded.recordSha256, derivedSha256 };
}
