import { reassureAt, type Call } from './call.js';
import type { Outcome } from './outcome.js';
import { announce } from './transfer.js';

/** A caller who waits has been told nothing for too long: they hear that they are not forgotten. Undefined where it is not due. */
export function reassure(conversationId: string, call: Call, say: string, now: number): Outcome | undefined {
  const at = reassureAt(call);
  if (at === undefined || now < at) return undefined;
  return announce(conversationId, call, say, call.language, now);
}
