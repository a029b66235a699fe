import type { NumberAsked } from '@baton/language';
import type { BotMode, Channel, EndReason, Verdict } from '@baton/contracts';

/** One live leg as the gateway knows it. */
export interface Call {
  readonly tenantId: string;
  readonly packSha256: string;
  readonly channel: Channel;
  /** BCP-47; what announcements are said in. Follows the caller. */
  readonly language: string;
  readonly jurisdiction: string;
  readonly botMode: BotMode;
  /** Index the next turn gets. */
  readonly nextTurnIndex: number;
  readonly customerTurns: number;
  readonly lease: Lease;
  /** Where the caller stands: with the bot, waiting for a person, with one, or gone. */
  readonly phase: 'bot' | 'waiting' | 'agent' | 'ended';
  readonly handoffId?: string;
  /** Customer turns whose decision or reply is still to come, oldest first; at most `maxOpenGates`. */
  readonly gates: readonly Gate[];
  /** The turns the newest commands became, at most `maxKnownCommands`: a command sent again gets the same answer. */
  readonly saidBy?: readonly { readonly commandId: string; readonly turnIndex: number }[];
  /** Time of the last turn, ms. */
  readonly lastTurnAt: number;
  /** What kind of number the bot or the agent asked for last: what a number said next is taken for. */
  readonly asked?: NumberAsked;
  readonly endReason?: EndReason;
  /** The trace the call is. */
  readonly traceparent?: string;
}

/** Who may speak for the company (DESIGN §5.7). Every move makes the token one larger. */
export interface Lease {
  readonly holder: 'bot' | 'agent';
  readonly token: number;
  readonly agentId?: string;
}

/** A customer turn the bot has not answered yet (DESIGN §5.6). */
export interface Gate {
  readonly turnIndex: number;
  /** The lease the answer is made under. */
  readonly leaseToken: number;
  readonly reply?: { readonly text: string; readonly language: string; readonly arrivedAt: number };
  readonly verdict?: { readonly verdict: Verdict; readonly say: string; readonly language: string };
  /** The bot spoke before the decision came. */
  readonly expired?: boolean;
}

/** A sender that tries again does so soon. */
export const maxKnownCommands = 8;
/** More unanswered turns than this and the oldest is given up: nobody waits for it any more. */
export const maxOpenGates = 8;
/** A call in which nobody says anything for this long is over. */
export const idleLimitMs = 30 * 60_000;

/** When the call wants to be looked at again: the first gate to expire, or the idle limit. */
export function nextDeadline(call: Call, gateMs: number): number | undefined {
  if (call.phase === 'ended') return undefined;
  const gates = call.gates
    .filter(({ reply, verdict }) => reply !== undefined && verdict === undefined)
    .map(({ reply }) => reply!.arrivedAt + gateMs);
  return Math.min(call.lastTurnAt + idleLimitMs, ...gates);
}
