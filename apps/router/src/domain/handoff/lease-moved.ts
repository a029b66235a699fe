import type { Handoff, HandoffOutcome } from './handoff.js';

/** The agent speaks under this token from now on; 0: not any more. An older one changes nothing. */
export function leaseMoved(handoff: Handoff, agentId: string, token: number): HandoffOutcome | undefined {
  if (handoff.agent?.agentId !== agentId || (handoff.leaseToken ?? 0) >= token) return undefined;
  return { handoff: { ...handoff, leaseToken: token }, events: [] };
}
