import { err } from '@baton/kernel';

/** Why untrusted input was refused: a stable code to act on and one sentence for a person. */
export interface Failure<C extends string> {
  readonly code: C;
  readonly message: string;
}

/** A refused result. The message never quotes the refused input. */
export function refuse<C extends string>(
  code: C,
  message: string,
): { readonly ok: false; readonly error: Failure<C> } {
  return err({ code, message });
}
