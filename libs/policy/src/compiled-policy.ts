import type { Condition } from './condition.js';
import type { PolicySource, RuleSource, Thresholds } from './policy-source.js';
import type { Priority, Verdict } from './verdict.js';

interface CompiledRuleBase {
  readonly id: string;
  /** Position in the policy. */
  readonly index: number;
  readonly condition: Condition;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly priority: Priority;
  readonly source: RuleSource;
}

/** A rule with a verdict: no weight can outvote it. */
export interface HardRule extends CompiledRuleBase {
  readonly hard: true;
  readonly verdict: Verdict;
  /** It gives way to a caller who declined a person. */
  readonly unlessDeclined: boolean;
}

/** A rule with a weight, 0..1. */
export interface SoftRule extends CompiledRuleBase {
  readonly hard: false;
  readonly weight: number;
}

export type CompiledRule = HardRule | SoftRule;

/** Limits for some conversations, complete: what its source leaves out is the policy's. */
export interface CompiledLimits {
  readonly id: string;
  readonly index: number;
  readonly condition: Condition;
  readonly thresholds: Thresholds;
  readonly coolDownTurns: number;
}

/** A policy that passed every check; made by `compilePolicy` only. */
export interface CompiledPolicy {
  readonly id: string;
  readonly version: number;
  /** Hex SHA-256 of the canonical JSON of the source. */
  readonly sha256: string;
  readonly thresholds: Thresholds;
  /** Customer turns after a declined offer in which soft rules do not offer again. */
  readonly coolDownTurns: number;
  /** The first that holds counts. */
  readonly limits: readonly CompiledLimits[];
  readonly rules: readonly CompiledRule[];
  /** Languages of the pack, first is the default; those of the first text where the pack named none. */
  readonly languages: readonly string[];
  readonly source: PolicySource;
}
