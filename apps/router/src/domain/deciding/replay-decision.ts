import { createHash } from 'node:crypto';
import type { Decision as DecisionMessage } from '@baton/contracts';
import { decide, encodeDecision, type CompiledPolicy, type Signals } from '@baton/policy';

/** What came out when a published decision was derived again. */
export type ReplayedDecision =
  | { readonly same: true }
  | {
      readonly same: false;
      /** `other-policy`: the policy that decided is not at hand; `other-decision`: it is, and decides otherwise. */
      readonly why: 'other-policy' | 'other-decision';
      readonly recordedSha256: string;
      /** Absent where the policy is not at hand. */
      readonly derivedSha256?: string;
    };

/** Derives a published decision again from its signals and the policy of its sha256, and compares bytes by their hash. */
export function replayUnder(
  policies: ReadonlyMap<string, CompiledPolicy>,
  recorded: DecisionMessage,
): ReplayedDecision {
  const { recordSha256: recordedSha256, policySha256 } = recorded;
  const policy = policies.get(policySha256);
  if (!policy) return { same: false, why: 'other-policy', recordedSha256 };
  const signals = recorded.signals as unknown as Signals;
  const derivedSha256 = createHash('sha256')
    .update(encodeDecision(decide(policy, signals), signals))
    .digest('hex');
  if (derivedSha256 === recordedSha256) return { same: true };
  return { same: false, why: 'other-decision', recordedSha256, derivedSha256 };
}
