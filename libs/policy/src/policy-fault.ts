/** Stable codes of what can be wrong with a policy. */
export type PolicyFaultCode =
  | 'wrong-shape'
  | 'missing-field'
  | 'unknown-field'
  | 'bad-name'
  | 'duplicate-rule'
  | 'verdict-or-weight'
  | 'no-effect'
  | 'out-of-range'
  | 'thresholds-order'
  | 'unknown-verdict'
  | 'unknown-priority'
  | 'unknown-reason'
  | 'no-reason'
  | 'unknown-skill'
  | 'missing-language'
  | 'unknown-placeholder'
  | 'syntax'
  | 'unknown-signal'
  | 'type-error'
  | 'not-boolean'
  | 'unsupported'
  | 'too-costly';

/** One thing that keeps a policy from being used, and what to write instead. */
export interface PolicyFault {
  /** Where in the parsed file: keys and indexes from the root, as in `['rules', 2, 'when']`. */
  readonly path: readonly (string | number)[];
  readonly code: PolicyFaultCode;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly instead: string;
}
