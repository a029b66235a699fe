import type { EscalationSource } from './escalation-schema.js';

/** Adds what only the policy engine knows, such as whether a condition compiles. Paths start at the root of the file. */
export type ValidateEscalation = (
  source: EscalationSource,
  pack: { readonly skills: readonly string[]; readonly languages: readonly string[] },
) => readonly {
  /** `rules[3].when`, or its parts. */
  readonly path: string | readonly (string | number)[];
  readonly message: string;
  readonly instead: string;
}[];
