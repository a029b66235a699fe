import type { EscalationSource } from './escalation-schema.js';
import type { RoutingConfig } from './routing-schema.js';

/** Adds what only the policy engine knows, such as whether a condition compiles. Paths start at the root of the file. */
export type ValidateEscalation = (
  source: EscalationSource,
  pack: { readonly skills: readonly string[]; readonly languages: readonly string[] },
) => readonly EngineFault[];

/** The same for the weights of `routing.yaml`. */
export type ValidateRouting = (routing: RoutingConfig) => readonly EngineFault[];

/** What an engine finds wrong in a file. */
export interface EngineFault {
  /** `rules[3].when`, or its parts. */
  readonly path: string | readonly (string | number)[];
  readonly message: string;
  readonly instead: string;
}
