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
  /**
   * Of a hard rule: while a caller's refusal of a person stands, it gets no further than `clarify`. For what is the bot's trouble,
   * never for safety, law or a request.
   */
  readonly unlessDeclined?: boolean;
  /** Default `normal`. */
  readonly priority?: Priority;
  /** Skills of routing.yaml a person needs for this. */
  readonly skills?: readonly string[];
  /** Why, in words a customer could be read; `{{signal.name}}` inserts a signal the condition uses. */
  readonly explain: Text;
}

/** Other limits for some conversations, as for a segment, a channel or vulnerable callers. */
export interface LimitsSource {
  /** kebab-case, unique in the policy. */
  readonly id: string;
  /** CEL over the signals. */
  readonly when: string;
  readonly thresholds?: Thresholds;
  readonly coolDownTurns?: number;
}

/** Risk from which on a verdict is reached, 0..1, ascending. */
export interface Thresholds {
  readonly clarify: number;
  readonly offerHuman: number;
  readonly escalate: number;
}

/** `escalation.yaml`, parsed. */
export interface PolicySource {
  readonly id: string;
  readonly version: number;
  readonly thresholds: Thresholds;
  /** Customer turns after a declined offer in which soft rules do not offer again; default 3. */
  readonly coolDownTurns?: number;
  /** The first whose condition holds counts in place of the policy's own, for what it names. */
  readonly limits?: readonly LimitsSource[];
  readonly rules: readonly RuleSource[];
  readonly say: Readonly<Record<SayKey, Text>>;
}
