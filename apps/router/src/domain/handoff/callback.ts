import { derivedId } from '@baton/kernel';
import { CallbackCompleted, CallbackDue, CallbackExpired, CallbackRetryScheduled } from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';
import type { RoutingConfig } from '@baton/packs';
import type { Callback as CallbackMessage } from '@baton/contracts';

/** A promise to ring. It ends in exactly one of completed and expired. */
export interface Callback {
  readonly callbackId: string;
  readonly tenantId: string;
  /** The handoff it was promised in. */
  readonly handoffId: string;
  readonly conversationId: string;
  readonly queue: string;
  readonly language: string;
  /** When it is rung next, ms. */
  readonly dueAt: number;
  readonly expiresAt: number;
  /** Absent: scheduled. */
  readonly state?: CallbackState;
  /** Attempts so far, the present one included. */
  readonly attempts?: number;
}

export type CallbackState = 'scheduled' | 'due' | 'completed' | 'expired';

export interface CallbackOutcome {
  readonly callback: Callback;
  readonly events: readonly EventDraft<unknown>[];
}

const attemptsDefault = 3;
const minutesBetweenDefault = 15;

/** When it wants to be looked at: its time, or its end where an attempt is under way; undefined once it is over. */
export function callbackDeadline(callback: Callback): number | undefined {
  const state = stateOf(callback);
  if (state === 'scheduled') return Math.min(callback.dueAt, callback.expiresAt);
  return state === 'due' ? callback.expiresAt + attemptGraceMs : undefined;
}

/** An attempt that nobody ever ended, because what it waited for is lost, is given up this long after the promise ran out, ms. */
const attemptGraceMs = 5 * 60_000;

/** Its time has come: an attempt begins, or the promise has run out. Undefined where it is not due. */
export function callbackDue(callback: Callback, now: number): CallbackOutcome | undefined {
  const at = callbackDeadline(callback);
  if (at === undefined || now < at) return undefined;
  if (stateOf(callback) === 'due' || now >= callback.expiresAt) return expire(callback, 'expired');
  const attempt = attemptsOf(callback) + 1;
  const due = {
    callbackId: callback.callbackId,
    attempt,
    handoffId: attemptHandoffId(callback, attempt),
    previousHandoffId: callback.handoffId,
  };
  return {
    callback: { ...callback, state: 'due', attempts: attempt },
    events: [draft(CallbackDue, callback.conversationId, due)],
  };
}

/** The attempt came to nothing: another follows while the pack and the promise allow. Undefined for any but the newest attempt. */
export function attemptFailed(
  callback: Callback,
  handoffId: string,
  reason: string,
  now: number,
  { attempts = attemptsDefault, minutesBetween = minutesBetweenDefault }: RoutingConfig['callback'],
): CallbackOutcome | undefined {
  if (!isAttempt(callback, handoffId)) return undefined;
  const dueAt = now + minutesBetween * 60_000;
  if (dueAt >= callback.expiresAt) return expire(callback, reason);
  if (attemptsOf(callback) >= attempts) return expire(callback, reason);
  const retry = {
    callbackId: callback.callbackId,
    attempt: attemptsOf(callback) + 1,
    dueAtMs: dueAt,
    reason,
  };
  return {
    callback: { ...callback, state: 'scheduled', dueAt },
    events: [draft(CallbackRetryScheduled, callback.conversationId, retry)],
  };
}

/** Caller and agent talk: the promise is kept. */
export function callbackKept(
  callback: Callback,
  handoffId: string,
  agentId: string,
): CallbackOutcome | undefined {
  if (!isAttempt(callback, handoffId)) return undefined;
  const { callbackId, conversationId } = callback;
  return {
    callback: { ...callback, state: 'completed' },
    events: [
      draft(CallbackCompleted, conversationId, { callbackId, attempts: attemptsOf(callback), agentId }),
    ],
  };
}

export function callbackMessageOf(callback: Callback): CallbackMessage {
  const { callbackId, handoffId, conversationId, queue, language, dueAt, expiresAt } = callback;
  return {
    ...{ callbackId, handoffId, conversationId, queue, language },
    state: stateOf(callback),
    dueAtMs: dueAt,
    expiresAtMs: expiresAt,
    attempts: attemptsOf(callback),
  };
}

function expire(callback: Callback, reason: string): CallbackOutcome {
  const { callbackId, conversationId } = callback;
  return {
    callback: { ...callback, state: 'expired' },
    events: [draft(CallbackExpired, conversationId, { callbackId, attempts: attemptsOf(callback), reason })],
  };
}

function isAttempt(callback: Callback, handoffId: string): boolean {
  return stateOf(callback) === 'due' && handoffId === attemptHandoffId(callback, attemptsOf(callback));
}

function attemptHandoffId({ callbackId }: Callback, attempt: number): string {
  return derivedId(callbackId, 'handoff', attempt);
}

function stateOf({ state }: Callback): CallbackState {
  return state ?? 'scheduled';
}

function attemptsOf({ attempts }: Callback): number {
  return attempts ?? 0;
}
