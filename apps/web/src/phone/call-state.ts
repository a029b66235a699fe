import { decodeTurn } from '../api/decode-conversation.js';
import type { Turn } from '../api/model.js';
import { number, record, text } from '../api/wire.js';
import { withTurn } from '../conversation/conversation-view.js';

/** Where my own call stands. */
export type CallPhase = 'idle' | 'dialling' | 'ringing' | 'bot' | 'waiting' | 'agent' | 'ended';

/** What I typed and what is not recorded yet. */
export interface PendingTurn {
  /** Sent with the turn, so that sending it twice records it once. */
  readonly id: string;
  readonly text: string;
  /** Keys and silence are not sent again after a reconnect: they carry no id. */
  readonly resend: boolean;
}

/** My own call. */
export interface CallState {
  readonly phase: CallPhase;
  readonly conversationId: string;
  readonly turns: readonly Turn[];
  readonly pending: readonly PendingTurn[];
  readonly position: number;
  readonly expectedWaitSeconds: number;
  readonly endReason: string;
  /** My agent asks a colleague. */
  readonly onHold: boolean;
  /** Nobody is there at this hour. */
  readonly canLeaveMessage: boolean;
  /** The callback I was promised. */
  readonly ringing: { readonly conversationId: string; readonly answerBy: number } | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export const noCall: CallState = {
  phase: 'idle',
  conversationId: '',
  turns: [],
  pending: [],
  position: 0,
  expectedWaitSeconds: 0,
  endReason: '',
  onHold: false,
  canLeaveMessage: false,
  ringing: undefined,
  error: undefined,
};

/** What I do. */
export type CallAction =
  | { readonly type: 'dial' }
  | { readonly type: 'resume'; readonly conversationId: string }
  | { readonly type: 'say'; readonly turn: PendingTurn }
  | { readonly type: 'answer'; readonly accept: boolean }
  | { readonly type: 'put-away' };

/** The call after something I did. */
export function withAction(state: CallState, action: CallAction): CallState {
  switch (action.type) {
    case 'dial':
      return { ...noCall, phase: 'dialling' };
    case 'resume':
      return { ...noCall, phase: 'dialling', conversationId: action.conversationId };
    case 'say':
      return { ...state, pending: [...state.pending, action.turn], error: undefined };
    case 'answer':
      if (action.accept)
        return { ...noCall, phase: 'dialling', conversationId: state.ringing?.conversationId ?? '' };
      return { ...state, phase: 'ended', ringing: undefined };
    case 'put-away':
      return noCall;
  }
}

/** The call after a message of the gateway. What it repeats after a reconnect changes nothing. */
export function withGatewayMessage(state: CallState, value: unknown): CallState {
  const wire = record(value);
  switch (wire['type']) {
    case 'started':
      return {
        ...state,
        conversationId: text(wire['conversationId']),
        phase: state.phase === 'dialling' ? 'bot' : state.phase,
        error: undefined,
      };
    case 'turn':
      return heard(state, decodeTurn(value));
    case 'ringing':
      return {
        ...state,
        phase: 'ringing',
        ringing: { conversationId: text(wire['conversationId']), answerBy: number(wire['answerBy']) },
      };
    case 'status':
      // A sign of life while I wait: nothing is new.
      if (wire['stillHere'] === true) return state;
      return {
        ...state,
        phase: phaseOf(wire['phase'], state.phase),
        position: number(wire['position']),
        expectedWaitSeconds: number(wire['expectedWaitSeconds']),
        endReason: text(wire['reason']) || state.endReason,
        onHold: wire['onHold'] === true,
        canLeaveMessage: wire['canLeaveMessage'] === true,
      };
    case 'error':
      return refused(state, text(wire['code']), text(wire['message']));
    default:
      return state;
  }
}

function heard(state: CallState, turn: Turn): CallState {
  const turns = withTurn(state.turns, turn);
  const isNew = turns.length > state.turns.length;
  // The recorded text may be redacted, so my turns are matched by their order.
  const pending = isNew && turn.speaker === 'customer' ? state.pending.slice(1) : state.pending;
  return { ...state, turns, pending };
}

function phaseOf(value: unknown, present: CallPhase): CallPhase {
  return value === 'bot' || value === 'waiting' || value === 'agent' || value === 'ended' ? value : present;
}

/** Refused before anything was said, there is no call; a conversation that is no more is over; else only the turn is. */
function refused(state: CallState, code: string, message: string): CallState {
  const error = { code, message };
  if (state.turns.length === 0) return { ...noCall, error };
  if (code === 'conversation-ended' || code === 'not-found')
    return { ...state, phase: 'ended', pending: [], error };
  return { ...state, pending: state.pending.slice(1), error };
}
