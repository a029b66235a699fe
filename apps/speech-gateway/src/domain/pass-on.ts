import type { Call } from './call.js';
import { moveLease } from './move-lease.js';
import type { Outcome } from './outcome.js';
import { inTurn } from './speak.js';
import { announce } from './transfer.js';

/** The agent passes the caller on: the caller hears where they go, and nobody speaks for the company until the next agent is there. */
export function passOn(
  conversationId: string,
  call: Call,
  wish: { readonly handoffId: string; readonly agentId: string; readonly nextHandoffId: string },
  say: string,
  now: number,
): Outcome | undefined {
  if (call.phase !== 'agent' || call.lease.agentId !== wish.agentId || call.handoffId !== wish.handoffId) {
    return undefined;
  }
  const { hold: _over, ...rest } = call;
  return inTurn(
    { ...rest, phase: 'waiting', handoffId: wish.nextHandoffId },
    (current) => moveLease(conversationId, current, { holder: 'nobody' }),
    (current) => announce(conversationId, current, say, current.language, now),
  );
}
