import { errorCode } from '@baton/kernel';
import type { Logger } from '../logger.js';
import type { InfrastructureWaits } from './consumer-health.js';
import {
  backoffMs,
  infrastructureCode,
  isRetriable,
  safeMessage,
  type RetryPolicy,
  type Sleep,
} from './retry-policy.js';

/** Why an event is given up. */
export interface GivenUp {
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
}

export interface AttemptRules {
  readonly retry: RetryPolicy;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly waits: InfrastructureWaits;
  readonly logger: Logger;
  readonly onRetry: (code: string) => void;
}

/** Waiting for the infrastructure is said in the log once, then every so many tries. */
const SAY_EVERY = 30;

/** An attempt that was made before, and what it threw. */
export interface FirstFailure {
  readonly thrown: unknown;
}

/**
 * Calls `work` until it succeeds (undefined), fails for good (`GivenUp`), or `signal` aborts (rejects with its reason). While the
 * store or the bus is away it keeps trying, and that does not use up attempts. `first`: the first call was made already, and failed.
 */
export async function attempt(
  work: () => Promise<void>,
  rules: AttemptRules,
  signal: AbortSignal,
  first?: FirstFailure,
): Promise<GivenUp | undefined> {
  let failure = first;
  const who = Symbol();
  let failures = 0;
  let waits = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      try {
        if (failure !== undefined) throw failure.thrown;
        await work();
        return undefined;
      } catch (thrown) {
        failure = undefined;
        const down = infrastructureCode(thrown);
        const code = down ?? errorCode(thrown);
        if (down === undefined) {
          rules.waits.ended(who);
          failures += 1;
          if (!isRetriable(thrown) || failures >= rules.retry.attempts) {
            return { code, message: safeMessage(thrown), attempts: failures };
          }
        } else {
          if (waits % SAY_EVERY === 0) rules.logger.warn({ code }, 'Waiting for the infrastructure.');
          waits += 1;
          rules.waits.began(who, code);
        }
        rules.onRetry(code);
        const count = down === undefined ? failures : waits;
        await rules.sleep(backoffMs(rules.retry, count, rules.random()), signal);
      }
    }
  } finally {
    rules.waits.ended(who);
  }
}
