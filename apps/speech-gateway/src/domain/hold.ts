import { CallerHeld, CallerResumed } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import type { Outcome } from './outcome.js';
import { inTurn } from './speak.js';
import { announce } from './transfer.js';

/** The agent asks a colleague: the caller is told, and hears neither of them until one of them comes back. */
export function holdCaller(
  conversationId: string,
  call: Call,
  wish: { readonly handoffId: string; readonly agentId: string; readonly nextHandoffId: string },
  say: string,
  now: number,
): Outcome | undefined {
  const theirs = call.lease.agentId === wish.agentId && call.handoffId === wish.handoffId;
  if (call.phase !== 'agent' || !theirs || call.hold !== undefined) return undefined;
  const { handoffId, agentId, nextHandoffId: consultHandoffId } = wish;
  return inTurn(
    call,
    (current) => announce(conversationId, current, say, current.language, now),
    (current) => ({
      call: { ...current, hold: { consultHandoffId, since: now } },
      events: [draft(CallerHeld, conversationId, { handoffId, agentId, consultHandoffId })],
    }),
  );
}

/** Off hold: the caller hears their agent again. Undefined where they are not on hold for this consult. */
export function resumeCaller(
  conversationId: string,
  call: Call,
  back: { readonly consultHandoffId: string; readonly reason: string; readonly say: string },
  now: number,
): Outcome | undefined {
  if (call.phase === 'ended' || call.hold?.consultHandoffId !== back.consultHandoffId) return undefined;
  return inTurn(
    call,
    (current) => offHold(conversationId, current, back.reason),
    (current) => announce(conversationId, current, back.say, current.language, now),
  );
}

/** Takes the caller off hold without a word, because somebody speaks next. */
export function offHold(conversationId: string, call: Call, reason: string): Outcome {
  const { hold, ...rest } = call;
  if (hold === undefined) return { call, events: [] };
  return {
    call: rest,
    events: [draft(CallerResumed, conversationId, { handoffId: call.handoffId ?? '', reason })],
  };
}
