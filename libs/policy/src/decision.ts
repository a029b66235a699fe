import type { SignalValue } from './signals.js';
import type { Priority, SayKey, Verdict } from './verdict.js';

/** A rule that matched, what it saw and what it did. */
export interface MatchedRule {
  readonly ruleId: string;
  readonly hard: boolean;
  /** Of a hard rule. */
  readonly verdict?: Verdict;
  /** Its verdict was held back because the caller declined a person; absent otherwise. */
  readonly held?: true;
  /** Of a soft rule. */
  readonly weight?: number;
  /** What it added to the risk, in rule order; contributions sum to the risk. 0 for a hard rule. */
  readonly contribution: number;
  /** Every signal its condition names, with its value. */
  readonly inputs: Readonly<Record<string, SignalValue>>;
}

/** A rule that could not be evaluated; it counts as not matched. */
export interface FailedRule {
  readonly ruleId: string;
  /** `bad-signal: name`, or the evaluator's code and summary. Holds no text of the caller. */
  readonly error: string;
}

/** What the policy decided about one turn, complete enough to explain it and to derive it again. */
export interface Decision {
  readonly policyId: string;
  readonly policyVersion: number;
  readonly policySha256: string;
  readonly verdict: Verdict;
  /** 0..1 in steps of 1e-9: 1 − Π(1 − weight) over the matching soft rules. */
  readonly risk: number;
  /** Of all rules that matched, in rule order; `risk` last, where many weak signals brought it about. */
  readonly reasons: readonly string[];
  /** Of the rules whose verdict applies, in rule order. */
  readonly skills: readonly string[];
  /** Highest of the rules whose verdict applies; `normal` where there is none. */
  readonly priority: Priority;
  readonly matched: readonly MatchedRule[];
  readonly failedRules: readonly FailedRule[];
  /** The `say` text for the verdict; absent for `continue`. */
  readonly say?: SayKey;
  /** The limits that counted in place of the policy's own; absent where none did. */
  readonly limits?: string;
  /** What rules asked for and did not get, because the caller declined a human a few turns ago. */
  readonly heldBack?: Verdict;
}
