import { setTimeout as pause } from 'node:timers/promises';

/** What `look` gives as soon as it is not undefined or false. Rejects with `what` and the last error where it never is. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 15_000,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
    } catch (thrown) {
      cause = thrown;
    }
    if (Date.now() > until) throw new Error(`${what}: not within ${timeoutMs} ms`, { cause });
    await pause(50);
  }
}
