import type { NumberAsked } from '@baton/language';
import type { BotMode, Channel, CustomerRef, EndReason, Verdict } from '@baton/contracts';
import type { Delivery } from './delivery.js';
import type { Leg } from './leg.js';

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
  /** Where the caller stands: being rung, with the bot, waiting for a person, with one, or gone. */
  readonly phase: 'ringing' | 'bot' | 'waiting' | 'agent' | 'ended';
  /** The handoff they wait by, or that of the agent who holds the lease. */
  readonly handoffId?: string;
  /** Agents who may speak beside the one who holds the lease; at most `maxParticipants`. */
  readonly participants?: readonly Speaker[];
  /** The caller is on hold while their agent asks a colleague. */
  readonly hold?: { readonly consultHandoffId: string; readonly since: number };
  readonly customer?: CustomerRef;
  /** A call we make because it was promised. */
  readonly outbound?: Outbound;
  /** The call we made because it was promised in this one. */
  readonly calledBackIn?: string;
  /** Customer turns whose decision or reply is still to come, oldest first; at most `maxOpenGates`. */
  readonly gates: readonly Gate[];
  /** The turns the newest commands became, at most `maxKnownCommands`: a command sent again gets the same answer. */
  readonly saidBy?: readonly { readonly commandId: string; readonly turnIndex: number }[];
  /** Time of the last turn, ms. */
  readonly lastTurnAt: number;
  /** What kind of number the bot or the agent asked for last: what a number said next is taken for. */
  readonly asked?: NumberAsked;
  /** When the caller was last told anything, ms. */
  readonly toldAt?: number;
  readonly endReason?: EndReason;
  /** The company's own id, where known. */
  readonly customerId?: string;
  /** Absent: the first, and it holds a connection. */
  readonly leg?: Leg;
  /** Nonces of the newest links that were used, see `maxUsedLinks`. */
  readonly usedLinks?: readonly string[];
  /** Absent: nothing is to be sent. */
  readonly delivery?: Delivery;
  /** The trace the call is. */
  readonly traceparent?: string;
}

/** Who may speak for the company (DESIGN §5.7). Every move makes the token one larger. */
export interface Lease {
  /** Nobody: the caller waits between two agents, and only announcements are said. */
  readonly holder: 'bot' | 'agent' | 'nobody';
  readonly token: number;
  readonly agentId?: string;
}

/** An agent who may speak, and the handoff they are there by. */
export interface Speaker {
  readonly agentId: string;
  readonly handoffId: string;
}

/** What is rung, and until when. */
export interface Outbound {
  readonly handoffId: string;
  readonly callbackId: string;
  readonly attempt: number;
  readonly answerBy: number;
  readonly previousConversationId: string;
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
/** Who talks in one call: the holder of the lease and these. */
export const maxParticipants = 4;
/**
 * A caller who waits, or is on hold, and is told nothing for this long hears that they are not forgotten, ms. The router's
 * announcements come more often; this one comes with the router down too.
 */
export const reassureAfterMs = 30_000;
/** More unanswered turns than this and the oldest is given up: nobody waits for it any more. */
export const maxOpenGates = 8;
/** A call in which nobody says anything for this long is over. */
export const idleLimitMs = 30 * 60_000;
/** The same where callers write messages, and come back to them when they have time. */
export const idleLimitOfMessagesMs = 24 * 3_600_000;

/** When a call nobody speaks in is over. */
export function idleAt({ lastTurnAt, leg }: Call): number {
  return lastTurnAt + (leg?.contactRef === undefined ? idleLimitMs : idleLimitOfMessagesMs);
}

/** When the call wants to be looked at again: the first gate to expire, a message to send, or the idle limit. */
export function nextDeadline(call: Call, gateMs: number): number | undefined {
  const send = call.delivery === undefined ? [] : [call.delivery.nextAt];
  if (call.phase === 'ended') return send[0];
  const gates = call.gates
    .filter(({ reply, verdict }) => reply !== undefined && verdict === undefined)
    .map(({ reply }) => reply!.arrivedAt + gateMs);
  return Math.min(
    idleAt(call),
    reassureAt(call) ?? Number.POSITIVE_INFINITY,
    call.phase === 'ringing' ? call.outbound!.answerBy : Number.POSITIVE_INFINITY,
    ...gates,
    ...send,
  );
}

/** When a caller for whom somebody is being fetched must be told something, ms; undefined where none is. */
export function reassureAt(call: Call): number | undefined {
  if (!isKeptWaiting(call)) return undefined;
  return (call.toldAt ?? call.lastTurnAt) + reassureAfterMs;
}

/** The caller waits for somebody and hears nothing but what the gateway says. */
export function isKeptWaiting({ phase, hold }: Call): boolean {
  return phase === 'waiting' || (phase === 'agent' && hold !== undefined);
}
