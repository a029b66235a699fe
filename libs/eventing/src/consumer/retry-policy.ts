import { setTimeout as pause } from 'node:timers/promises';
import { BatonError, errorCode } from '@baton/kernel';

/** How often a handler that fails is tried, and how long it is left alone in between. */
export interface RetryPolicy {
  /** Calls in all, the first included. Default 5. */
  readonly attempts: number;
  /** Wait after the first failure, in milliseconds; doubles each time. Default 50. */
  readonly baseMs: number;
  /** Longest wait, in milliseconds. Default 2,000. */
  readonly maxMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 5, baseMs: 50, maxMs: 2_000 };

/**
 * Milliseconds to wait after the `failure`-th failure (from 1): exponential, and spread over its upper half so that members
 * that failed together do not come back together. `random` is in [0, 1).
 */
export function backoffMs(policy: RetryPolicy, failure: number, random: number): number {
  const full = Math.min(policy.maxMs, policy.baseMs * 2 ** Math.min(failure - 1, 30));
  return (full / 2) * (1 + random);
}

/** Waits; rejects with the signal's reason where it aborts first. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = async (milliseconds, signal) => {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch {
    signal.throwIfAborted();
  }
};

const INFRASTRUCTURE = new Set(['store-unavailable', 'bus-unavailable']);
/** How far down a chain of causes is looked. */
const CAUSES = 8;

/** The code of the store or bus failure behind `thrown`, where there is one: nothing is wrong with the event then. */
export function infrastructureCode(thrown: unknown): string | undefined {
  let current = thrown;
  for (let depth = 0; depth < CAUSES && current instanceof Error; depth += 1) {
    const code = errorCode(current);
    if (INFRASTRUCTURE.has(code)) return code;
    current = current.cause;
  }
  return undefined;
}

/** Errors nobody classified count as retriable: most are a moment's trouble, and attempts are bounded. */
export function isRetriable(thrown: unknown): boolean {
  return thrown instanceof BatonError ? thrown.retriable : true;
}

/** What may be written about a failure: messages of other errors could quote personal data. */
export function safeMessage(thrown: unknown): string {
  if (thrown instanceof BatonError) return thrown.message;
  return thrown instanceof Error ? thrown.name : 'something that is not an Error was thrown';
}
