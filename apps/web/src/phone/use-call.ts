import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { ReconnectingSocket } from '../api/reconnecting-socket.js';
import { record, text } from '../api/wire.js';
import { noCall, withAction, withGatewayMessage, type CallAction, type CallState } from './call-state.js';
import { loadCall, saveCall } from './saved-call.js';

/** What is said first on a new line. */
export interface Dial {
  readonly tenant: string;
  readonly language: string;
  readonly jurisdiction: string;
  readonly customer?: { readonly id: string; readonly segment: string };
}

/** My call and what I can do in it. */
export interface Call {
  readonly state: CallState;
  readonly tenant: string;
  readonly startedAtMs: number;
  /** False while the line to the server is down; what I type is sent when it is back. */
  readonly connected: boolean;
  dial(dial: Dial): void;
  say(text: string): void;
  key(digit: string): void;
  silence(): void;
  consent(purpose: string, granted: boolean): void;
  hangUp(): void;
  leaveMessage(text: string): void;
  answer(accept: boolean): void;
  putAway(): void;
}

type Step =
  | { readonly type: 'mine'; readonly action: CallAction }
  | { readonly type: 'gateway'; readonly message: unknown };
const advance = (state: CallState, step: Step): CallState =>
  step.type === 'mine' ? withAction(state, step.action) : withGatewayMessage(state, step.message);

const calls = '/gateway/v1/calls';

/** One call over the gateway's WebSocket; it outlives reloads and restarts of the server. */
export function useCall(): Call {
  const [saved] = useState(loadCall);
  const [state, advanceBy] = useReducer(advance, noCall);
  const [line, setLine] = useState({ tenant: saved?.tenant ?? '', startedAtMs: saved?.startedAtMs ?? 0 });
  const [connected, setConnected] = useState(false);
  const socket = useRef<ReconnectingSocket>(undefined);
  const now = useRef(state);
  useEffect(() => {
    now.current = state;
  }, [state]);

  const connect = useCallback((first: object) => {
    socket.current?.close();
    let opening: object | undefined = first;
    let resuming = false;
    const mine = new ReconnectingSocket(calls, {
      opened: () => {
        setConnected(true);
        const { conversationId, phase, endReason } = now.current;
        if (phase === 'ended' && endReason === 'callback-booked') {
          mine.send({ type: 'await-callback', conversationId });
          return;
        }
        // Once the gateway has said the id, the call is resumed; a start sent twice would be two calls.
        const message = opening ?? { type: 'resume', conversationId };
        resuming = typeOf(message) === 'resume';
        mine.send(message);
      },
      received: (message) => {
        if (resuming && typeOf(message) === 'error' && !isGone(message)) return mine.again();
        opening = undefined;
        advanceBy({ type: 'gateway', message });
        if (!resuming || typeOf(message) !== 'status') return;
        resuming = false;
        for (const turn of now.current.pending) {
          if (turn.resend) mine.send({ type: 'say', id: turn.id, text: turn.text });
        }
      },
      lost: () => setConnected(false),
    });
    socket.current = mine;
  }, []);

  useEffect(() => {
    if (!saved) return;
    advanceBy({ type: 'mine', action: { type: 'resume', conversationId: saved.conversationId } });
    connect({ type: 'resume', conversationId: saved.conversationId });
    return () => socket.current?.close();
  }, [saved, connect]);
  useEffect(() => () => socket.current?.close(), []);

  const { phase, conversationId, endReason } = state;
  useEffect(() => {
    if (phase === 'ended' || (phase === 'idle' && state.error)) {
      // The socket stays open no longer than the call, or a reconnect would ask for a call that is over.
      socket.current?.close();
      saveCall(undefined);
      // Who was promised a callback waits for it to ring.
      if (phase === 'ended' && endReason === 'callback-booked')
        connect({ type: 'await-callback', conversationId });
    } else if (phase !== 'idle' && conversationId) {
      saveCall({ conversationId, ...line });
    }
  }, [phase, conversationId, endReason, line, state.error, connect]);

  const send = (message: object) => socket.current?.send(message) ?? false;
  const speak = (text: string, resend: boolean, message: (id: string) => object) => {
    const id = newId();
    advanceBy({ type: 'mine', action: { type: 'say', turn: { id, text, resend } } });
    send(message(id));
  };
  return {
    state,
    connected,
    ...line,
    dial: ({ tenant, ...rest }) => {
      setLine({ tenant, startedAtMs: Date.now() });
      advanceBy({ type: 'mine', action: { type: 'dial' } });
      connect({ type: 'start', channel: 'phone', tenant, ...rest });
    },
    say: (text) => speak(text, true, (id) => ({ type: 'say', id, text })),
    key: (digit) => speak(digit, false, () => ({ type: 'key', digit })),
    silence: () => speak('', false, () => ({ type: 'silence' })),
    consent: (purpose, granted) => void send({ type: 'consent', purpose, granted }),
    hangUp: () => void send({ type: 'hangup' }),
    leaveMessage: (text) => void send({ type: 'leave-message', text }),
    answer: (accept) => {
      const { ringing } = now.current;
      if (!ringing) return;
      send({ type: 'answer', conversationId: ringing.conversationId, accept });
      if (accept) setLine((known) => ({ ...known, startedAtMs: Date.now() }));
      advanceBy({ type: 'mine', action: { type: 'answer', accept } });
    },
    putAway: () => {
      saveCall(undefined);
      advanceBy({ type: 'mine', action: { type: 'put-away' } });
    },
  };
}

const typeOf = (message: unknown): string => text(record(message)['type']);
/** A service that is only starting answers otherwise: then the line is tried again. */
const isGone = (message: unknown): boolean => text(record(message)['code']) === 'not-found';

/** `crypto.randomUUID` exists on secure origins only; a desk in a company's network may not be one. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
