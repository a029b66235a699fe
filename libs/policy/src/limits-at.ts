import type { CompiledLimits, CompiledPolicy } from './compiled-policy.js';
import type { FailedRule } from './decision.js';
import type { SignalValue } from './signals.js';

/** The limits of one turn: the first that holds, else the policy's own. */
export interface LimitsOfTurn extends Pick<CompiledLimits, 'thresholds' | 'coolDownTurns'> {
  /** Absent where the policy's own count. */
  readonly id?: string;
  /** Limits whose condition could not be evaluated, as `limits/id`. */
  readonly failed: readonly FailedRule[];
}

/** Which limits count on these values (in catalogue order). Never throws: what cannot be evaluated does not hold. */
export function limitsAt(policy: CompiledPolicy, values: readonly (SignalValue | undefined)[]): LimitsOfTurn {
  const failed: FailedRule[] = [];
  for (const { id, condition, thresholds, coolDownTurns } of policy.limits) {
    try {
      const readable = condition.signals.every((signal) => values[signal] !== undefined);
      if (!readable) failed.push({ ruleId: `limits/${id}`, error: 'bad-signal' });
      else if (condition.test(values)) return { id, thresholds, coolDownTurns, failed };
    } catch {
      failed.push({ ruleId: `limits/${id}`, error: 'condition-failed' });
    }
  }
  return { thresholds: policy.thresholds, coolDownTurns: policy.coolDownTurns, failed };
}
