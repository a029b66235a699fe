import type { Priority, SayKey, Verdict } from './verdict.js';

/** Sentence by BCP-47 primary language tag. */
export type Text = Readonly<Record<string, string>>;

/** One rule as it stands in `escalation.yaml`: hard with `verdict`, soft with `weight`, never both. */
export interface RuleSource {
  /** kebab-case, unique in the policy. */
  readonly id: string;
  /** CEL over the signals. */
  readonly when: string;
  readonly verdict?: Verdict;
  /** 0..1. */
  readonly weight?: number;
  /** Reason codes, at least one. */
  readonly reasons: readonly string[];
  /** Default `normal`. */
  readonly priority?: Priority;
  /** Skills of routing.yaml a person needs for this. */
  readonly skills?: readonly string[];
  /** Why, in words a customer could be read; `{{signal.name}}` inserts a signal the condition uses. */
  readonly explain: Text;
}

/** `escalation.yaml`, parsed. */
export interface PolicySource {
  readonly id: string;
  readonly version: number;
  /** Over risk, 0..1, ascending. */
  readonly thresholds: { readonly clarify: number; readonly offerHuman: number; readonly escalate: number };
  /** Customer turns after a declined offer in which soft rules do not offer again; default 3. */
  readonly coolDownTurns?: number;
  readonly rules: readonly RuleSource[];
  readonly say: Readonly<Record<SayKey, Text>>;
}
